/** Trials of the log against adversaries. */
@NullMarked
package io.minutebook.eventlog;

import org.jspecify.annotations.NullMarked;
