package io.minutebook.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * An event of a subject as the log keeps it.
 *
 * @param id the event's id
 * @param recordedAt when it was written down, which may be long after it happened
 */
public record Fact<E extends DomainEvent>(UUID id, E event, Instant recordedAt) {
    /** Returns when it happened. */
    public Instant at() {
        return event.at();
    }
}
