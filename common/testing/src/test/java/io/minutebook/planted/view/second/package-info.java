/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.view.second;

import org.jspecify.annotations.NullMarked;
