/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted;

import org.jspecify.annotations.NullMarked;
