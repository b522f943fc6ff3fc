package io.minutebook.kernel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stands still.
 *
 * @param until null while nobody knows its end
 * @param by the event that began it
 * @param endedBy the event that ended it; null where none did
 * @param reason why, as people chose it
 */
public record Pause(
        Instant from,
        @Nullable Instant until,
        UUID by,
        @Nullable UUID endedBy,
        String reason) {}
