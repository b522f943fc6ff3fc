package io.minutebook.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written together with the events of a command, or not at all.
 *
 * @param heard the event of another service that the command answers
 * @param receipt the answer given under an Idempotency-Key
 * @param timers changes of due times, in their order
 */
public record AppendNotes(@Nullable Heard heard, @Nullable Receipt receipt, List<TimerNote> timers) {
    public static final AppendNotes NONE = new AppendNotes(null, null, List.of());

    public AppendNotes {
        timers = List.copyOf(timers);
    }

    /** An answer to a caller's key; {@code fingerprint} tells the same request from another one under the same key. */
    public record Receipt(
            String caller,
            String key,
            String fingerprint,
            @Nullable String answer) {}

    /** One change of a clock's due times. */
    public sealed interface TimerNote {
        UUID stream();

        record Set(String subject, UUID stream, String clock, int round, String moment, Instant dueAt)
                implements TimerNote {}

        record Clear(UUID stream, String clock, int round) implements TimerNote {}
    }
}
