/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.export;

import org.jspecify.annotations.NullMarked;
