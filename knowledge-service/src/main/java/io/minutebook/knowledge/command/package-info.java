/** The way in: requests over HTTP become commands. */
@NullMarked
package io.minutebook.knowledge.command;

import org.jspecify.annotations.NullMarked;
