package io.minutebook.projection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One published event as it lay in its topic.
 *
 * @param service the service that published it
 * @param type its name in the contract; a reader may meet one that it does not know yet
 * @param subject the case, the call or the article
 * @param via the machine client that acted for the actor; null where none did
 * @param data the value as it was published, which should be a JSON object
 */
public record TopicEvent(
        String topic,
        UUID eventId,
        String service,
        String type,
        String subject,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable UUID causationId,
        long sequence,
        String actor,
        @Nullable String via,
        @Nullable String site,
        String data) {}
