/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.record;

import org.jspecify.annotations.NullMarked;
