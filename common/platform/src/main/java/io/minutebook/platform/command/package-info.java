/** The way in of every service: commands come from people, listeners, reactions and clocks, are decided on the folded state and recorded. */
@NullMarked
package io.minutebook.platform.command;

import org.jspecify.annotations.NullMarked;
