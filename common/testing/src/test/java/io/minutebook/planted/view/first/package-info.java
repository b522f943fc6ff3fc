/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted.view.first;

import org.jspecify.annotations.NullMarked;
