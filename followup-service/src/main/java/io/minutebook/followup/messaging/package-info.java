/** What followup publishes, and the commands it makes of events of the other services. */
@NullMarked
package io.minutebook.followup.messaging;

import org.jspecify.annotations.NullMarked;
