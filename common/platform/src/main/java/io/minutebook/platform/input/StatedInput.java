package io.minutebook.platform.input;

import io.minutebook.kernel.Stated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a request body what whoever sends it says of the step besides the step itself. */
public final class StatedInput {
    private StatedInput() {}

    /**
     * Returns what was stated.
     *
     * @param occurredAt null for now
     * @param evidence what shows that it happened then; null for nothing
     */
    public static Stated of(@Nullable Instant occurredAt, @Nullable List<String> evidence) {
        return new Stated(occurredAt, evidence == null ? List.of() : evidence);
    }
}
