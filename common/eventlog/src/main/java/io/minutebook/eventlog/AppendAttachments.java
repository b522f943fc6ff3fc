package io.minutebook.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written together with the events of a command, or not at all.
 *
 * @param inboxKey the event of another service that the command answers
 * @param idempotencyRecord the answer given under an Idempotency-Key
 * @param timers changes of due times, in their order
 */
public record AppendAttachments(
        @Nullable InboxKey inboxKey, @Nullable IdempotencyRecord idempotencyRecord, List<TimerUpdate> timers) {
    public static final AppendAttachments NONE = new AppendAttachments(null, null, List.of());

    public AppendAttachments {
        timers = List.copyOf(timers);
    }

    /** An answer to a caller's key; {@code fingerprint} tells the same request from another one under the same key. */
    public record IdempotencyRecord(
            String caller,
            String key,
            String fingerprint,
            @Nullable String answer) {}

    /** One change of a clock's due times. */
    public sealed interface TimerUpdate {
        UUID stream();

        record Set(String subject, UUID stream, String clock, int round, String moment, Instant dueAt)
                implements TimerUpdate {}

        record Clear(UUID stream, String clock, int round) implements TimerUpdate {}
    }
}
