/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.api;

import org.jspecify.annotations.NullMarked;
