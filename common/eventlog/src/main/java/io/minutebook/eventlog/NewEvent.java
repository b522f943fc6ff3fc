package io.minutebook.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event about to be appended, in its stored form. */
public record NewEvent(
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
        byte[] payload) {}
