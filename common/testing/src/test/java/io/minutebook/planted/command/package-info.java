/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted.command;

import org.jspecify.annotations.NullMarked;
