/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted.clean;

import org.jspecify.annotations.NullMarked;
