package io.minutebook.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the log keeps it.
 *
 * @param stream the subject's own id: the case's, the call's
 * @param sequence 0 for the stream's first event
 * @param type stored name, such as {@code intake.FaultDispatched}
 * @param occurredAt when it happened in the world; {@code recordedAt} is when it was written
 * @param correlationId what belongs together over all services: the case's id, the call's before a case exists
 * @param trace the W3C trace context it was recorded under
 * @param actor who did it: a person's name, or the client, clock or service that did
 * @param via the machine client that acted for the person; null where none did
 */
public record StoredEvent<E>(
        UUID eventId,
        String subject,
        String stream,
        long sequence,
        String type,
        int version,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable UUID causationId,
        String correlationId,
        String actor,
        @Nullable String via,
        @Nullable String site,
        @Nullable String trace,
        E event) {}
