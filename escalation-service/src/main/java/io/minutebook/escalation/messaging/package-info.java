/** The way to and from the topics: stored events become published ones, and news from intake and followup becomes commands. */
@NullMarked
package io.minutebook.escalation.messaging;

import org.jspecify.annotations.NullMarked;
