/** Tests of this room. */
@NullMarked
package io.minutebook.escalation.stream;

import org.jspecify.annotations.NullMarked;
