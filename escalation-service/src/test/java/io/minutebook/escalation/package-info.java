/** The service as a whole, on real PostgreSQL and real Kafka. */
@NullMarked
package io.minutebook.escalation;

import org.jspecify.annotations.NullMarked;
