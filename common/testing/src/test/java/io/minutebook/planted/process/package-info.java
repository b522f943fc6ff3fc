/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.process;

import org.jspecify.annotations.NullMarked;
