package io.minutebook.eventlog;

import java.util.UUID;

/** The event of another service that an append answers. Each is answered once, however often its record is delivered. */
public sealed interface InboxKey {
    /**
     * A record that says its place in its source's log. A source publishes in the order of its log, so within a partition a place that is not
     * beyond the last answered one is a repeat.
     */
    record ByPosition(String source, String topic, int partition, LogPosition at) implements InboxKey {}

    /** A record that does not say its place. */
    record ByEventId(UUID eventId) implements InboxKey {}

    /** A dead letter taken up again. */
    record ByDeadLetter(long letter) implements InboxKey {}
}
