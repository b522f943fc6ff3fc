package io.minutebook.bench.kill.judge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a service's log has it.
 *
 * @param type without the service's name, such as {@code CaseRegistered}
 * @param payload the event as readable JSON
 */
public record Logged(
        String service,
        String stream,
        long sequence,
        UUID eventId,
        String type,
        @Nullable UUID causationId,
        Instant recordedAt,
        String payload) {
    @Override
    public String toString() {
        return service + "." + type + " " + stream + "#" + sequence + " (" + eventId + ")";
    }
}
