package io.minutebook.eventlog;

import java.util.UUID;

/** The event of another service that an append answers. Each is answered once, however often its record is delivered. */
public sealed interface Heard {
    /**
     * A record that says its place in its source's log. A source publishes in the order of its log, so within a partition a place that is not
     * beyond the last answered one is a repeat.
     */
    record InOrder(String source, String topic, int partition, LogPosition at) implements Heard {}

    /** A record that does not say its place. */
    record ById(UUID eventId) implements Heard {}

    /** A dead letter taken up again. */
    record Redriven(long letter) implements Heard {}
}
