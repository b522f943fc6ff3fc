package io.minutebook.platform.messaging;

import io.minutebook.contract.PublishedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published event as it arrives, with what its headers say. {@code subject} is the case's id; {@code source} the service that tells. */
public record Message<P extends PublishedEvent>(
        UUID eventId,
        String source,
        String subject,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        @Nullable String site,
        P event) {}
