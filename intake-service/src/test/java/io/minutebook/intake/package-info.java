/** Intake as a whole, on real parts: over HTTP, PostgreSQL and Kafka. */
@NullMarked
package io.minutebook.intake;

import org.jspecify.annotations.NullMarked;
