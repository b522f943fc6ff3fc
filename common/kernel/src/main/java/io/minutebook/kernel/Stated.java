package io.minutebook.kernel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever enters a step says of it besides the step itself.
 *
 * @param occurredAt when it happened; null for now
 * @param evidence what shows that it happened then, needed where a breached limit would be taken back: a call, a message, a note
 */
public record Stated(@Nullable Instant occurredAt, List<String> evidence) {
    public Stated {
        evidence = List.copyOf(evidence);
    }

    /** A step that is entered as it happens. */
    public static Stated now() {
        return new Stated(null, List.of());
    }

    /** A step that happened at a time, with nothing to show for it. */
    public static Stated at(Instant occurredAt) {
        return new Stated(occurredAt, List.of());
    }
}
