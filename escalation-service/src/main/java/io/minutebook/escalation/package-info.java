/** Escalation: what happens to a fault between its dispatch and its resolution, by engineer, expert, project manager or vendor. */
@NullMarked
package io.minutebook.escalation;

import org.jspecify.annotations.NullMarked;
