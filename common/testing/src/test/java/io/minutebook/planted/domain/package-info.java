/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.domain;

import org.jspecify.annotations.NullMarked;
