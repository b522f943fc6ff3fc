/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted.stream;

import org.jspecify.annotations.NullMarked;
