/** Tests of this room. */
@NullMarked
package io.minutebook.escalation.command;

import org.jspecify.annotations.NullMarked;
