/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted.clean.domain;

import org.jspecify.annotations.NullMarked;
