/** A real PostgreSQL server and a real Kafka broker, brought up in or beside this process on loopback. */
@NullMarked
package io.minutebook.embedded;

import org.jspecify.annotations.NullMarked;
