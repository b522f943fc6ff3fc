package io.minutebook.followup.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of one clock, from its start to its verdict.
 *
 * @param subject the case or the call it runs on
 * @param verdictAt when it was met or withdrawn, or the limit it broke; null while it is open
 * @param reason why it was withdrawn; null where it was not
 * @param corrected whether more became known after the verdict, such as the step that came too late
 * @param takenAt when the step it waits for was taken; null while it was not
 * @param takenBy the event that is that step
 * @param restsOn the events the verdict rests on, as the service that gave it named them
 */
public record ClockRun(
        String clock,
        int round,
        String service,
        String subject,
        int cycle,
        UUID startedBy,
        Instant startedAt,
        @Nullable Instant opensAt,
        @Nullable Instant warnAt,
        Instant dueAt,
        String policy,
        State state,
        boolean warned,
        @Nullable Instant verdictAt,
        @Nullable UUID verdictId,
        @Nullable String reason,
        boolean corrected,
        @Nullable Instant takenAt,
        @Nullable UUID takenBy,
        List<UUID> restsOn,
        List<Pause> pauses) {
    /** WITHDRAWN: the step is no longer owed, no verdict was given (the customer hung up, the case reopened). */
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        BREACHED,
        WITHDRAWN;

        /** Returns the state of a name; null for a name that only a newer contract knows. */
        static @Nullable State of(String name) {
            return Arrays.stream(values())
                    .filter(state -> state.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param until null while it lasts */
    public record Pause(Instant from, @Nullable Instant until, String reason) {}

    public static final Set<String> TYPES = Set.of(
            "ClockStarted",
            "ClockWarned",
            "ClockPaused",
            "ClockResumed",
            "ClockWithdrawn",
            "ClockMet",
            "ClockBreached",
            "ClockCorrected");

    public boolean open() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    public boolean breached() {
        return state == State.BREACHED;
    }

    public boolean withdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Broken, and the step is still not taken. */
    public boolean overdue() {
        return breached() && takenAt == null;
    }

    /** What was left of the limit when the step was taken; negative where it came too late; null while it is not taken. */
    @Nullable
    public Duration margin() {
        Instant taken = takenAt;
        return taken == null ? null : Duration.between(taken, dueAt);
    }

    /** The limit as the case felt it, pauses included. */
    public Duration allowed() {
        return Duration.between(startedAt, dueAt);
    }
}
