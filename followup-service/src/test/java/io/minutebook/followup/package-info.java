/** Followup as a whole: over HTTP and the topics, on real PostgreSQL, Kafka and SMTP. */
@NullMarked
package io.minutebook.followup;

import org.jspecify.annotations.NullMarked;
