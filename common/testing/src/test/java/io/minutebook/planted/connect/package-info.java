/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.connect;

import org.jspecify.annotations.NullMarked;
