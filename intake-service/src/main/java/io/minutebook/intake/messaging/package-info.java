/** What intake publishes of its calls and cases, and what it hears from the other services. */
@NullMarked
package io.minutebook.intake.messaging;

import org.jspecify.annotations.NullMarked;
