package io.minutebook.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event in its stored form; {@code trace} is the W3C trace context it was recorded under. */
public record EncodedEvent(
        UUID eventId,
        String subject,
        UUID stream,
        long sequence,
        String type,
        int version,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable UUID causationId,
        String correlationId,
        String actor,
        @Nullable String site,
        @Nullable String trace,
        byte[] payload) {}
