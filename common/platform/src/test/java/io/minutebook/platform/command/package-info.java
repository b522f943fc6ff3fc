/** Trials of the command path on a small subject of their own. */
@NullMarked
package io.minutebook.platform.command;

import org.jspecify.annotations.NullMarked;
