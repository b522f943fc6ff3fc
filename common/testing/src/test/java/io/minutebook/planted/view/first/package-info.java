/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.view.first;

import org.jspecify.annotations.NullMarked;
