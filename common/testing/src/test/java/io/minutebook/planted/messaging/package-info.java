/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.messaging;

import org.jspecify.annotations.NullMarked;
