/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted.domain;

import org.jspecify.annotations.NullMarked;
