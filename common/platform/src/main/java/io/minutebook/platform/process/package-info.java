/** Runs the reactions of a service: its own events become commands. */
@NullMarked
package io.minutebook.platform.process;

import org.jspecify.annotations.NullMarked;
