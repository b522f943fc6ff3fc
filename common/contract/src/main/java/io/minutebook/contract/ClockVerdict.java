package io.minutebook.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a run of a clock stands, and what that rests on.
 *
 * @param status running, paused, withdrawn, met or breached
 * @param at when the act was done, the limit passed or the run ended, or since when it stands still; absent while it runs
 * @param dueAt the last moment that meets the limit
 * @param act id of the event that is the owed act; absent where it was not done
 * @param marginSeconds what was left of the limit when the act was done, in seconds; negative where it came too late; absent without an act
 * @param reason why nothing is owed any more; absent where it is not withdrawn
 * @param restsOn ids of the events it rests on: what started the clock, the act or what ended it, what made it stand still
 */
public record ClockVerdict(
        ClockStatus status,
        @Nullable Instant at,
        Instant dueAt,
        @Nullable UUID act,
        @Nullable Long marginSeconds,
        @Nullable String reason,
        List<UUID> restsOn) {
    public ClockVerdict {
        FieldChecks.present(status, "status");
        FieldChecks.present(dueAt, "dueAt");
        restsOn = FieldChecks.list(restsOn);
    }
}
