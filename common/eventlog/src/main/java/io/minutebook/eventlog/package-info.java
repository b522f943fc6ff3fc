/**
 * The event log on PostgreSQL: what is appended is durable, ordered within its stream and never changed; readers see every event once, in an
 * order in which no later commit can slip in before them. No Spring in here.
 */
@NullMarked
package io.minutebook.eventlog;

import org.jspecify.annotations.NullMarked;
