/** What intake publishes of its calls and cases, and the commands it makes of events of the other services. */
@NullMarked
package io.minutebook.intake.messaging;

import org.jspecify.annotations.NullMarked;
