/** Tests of this room. */
@NullMarked
package io.minutebook.escalation.messaging;

import org.jspecify.annotations.NullMarked;
