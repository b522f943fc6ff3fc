/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted.view.second;

import org.jspecify.annotations.NullMarked;
