/** Polls the due times of clocks and sends a command for each that has come. */
@NullMarked
package io.minutebook.platform.timer;

import org.jspecify.annotations.NullMarked;
