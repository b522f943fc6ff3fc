/** The way in: addresses, what may stand in their bodies, who may use them, and the names the events are stored under. */
@NullMarked
package io.minutebook.escalation.api;

import org.jspecify.annotations.NullMarked;
