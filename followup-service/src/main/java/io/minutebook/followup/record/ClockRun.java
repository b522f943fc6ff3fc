package io.minutebook.followup.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of one clock, from its start to its verdict, as its service said it last.
 *
 * @param round the how many-th run of this clock on its subject it is, as they were recorded
 * @param subject the case or the call it runs on
 * @param owedByRole who owes the act: a role, and in {@code owedBy} the person or party where one is named
 * @param provisional whether the limit rests on working days that are not announced yet
 * @param verdictAt when it was met or withdrawn, or the limit that passed; null while it is open
 * @param verdictId the event that says so
 * @param reason why it was withdrawn; null where it was not
 * @param takenAt when the act was done that it waits for; null while it was not
 * @param takenBy the event that is that act
 * @param margin what was left of the limit then; negative where it came too late; null while it was not
 * @param restsOn the events the verdict rests on, as the service that gave it named them
 * @param earlier what was said of it before it was corrected, the earliest first
 */
public record ClockRun(
        UUID clockId,
        String clock,
        int round,
        String service,
        String subject,
        int cycle,
        String owedByRole,
        @Nullable String owedBy,
        UUID startedBy,
        Instant startedAt,
        @Nullable Instant opensAt,
        @Nullable Instant warnAt,
        Instant dueAt,
        boolean provisional,
        String policy,
        State state,
        boolean warned,
        @Nullable Instant verdictAt,
        @Nullable UUID verdictId,
        @Nullable String reason,
        @Nullable Instant takenAt,
        @Nullable UUID takenBy,
        @Nullable Duration margin,
        List<UUID> restsOn,
        List<Pause> pauses,
        List<Correction> earlier) {
    /** WITHDRAWN: the act is no longer owed, no verdict was given (the customer hung up, the case reopened). */
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

        public boolean open() {
            return this == RUNNING || this == PAUSED;
        }
    }

    /** @param until null while nobody knows its end */
    public record Pause(Instant from, @Nullable Instant until, String reason) {}

    /**
     * What was said of the clock until more became known.
     *
     * @param was how it stood
     * @param dueAt the limit as it was then
     * @param margin what was said to be left of it; null where the act was not done
     * @param because why it was said anew
     * @param evidence what showed it
     * @param correctedBy the event that corrects it, recorded at {@code correctedAt}
     * @param actor who entered what became known
     */
    public record Correction(
            State was,
            Instant dueAt,
            @Nullable Duration margin,
            String because,
            List<String> evidence,
            UUID correctedBy,
            Instant correctedAt,
            String actor) {}

    static final String STARTED = "ClockStarted";
    static final String WARNED = "ClockWarned";
    static final String PAUSED = "ClockPaused";
    static final String RESUMED = "ClockResumed";
    static final String MET = "ClockMet";
    static final String BREACHED = "ClockBreached";
    static final String WITHDRAWN = "ClockWithdrawn";
    static final String CORRECTED = "ClockCorrected";
    public static final Set<String> TYPES =
            Set.of(STARTED, WARNED, PAUSED, RESUMED, MET, BREACHED, WITHDRAWN, CORRECTED);

    public boolean open() {
        return state.open();
    }

    public boolean breached() {
        return state == State.BREACHED;
    }

    public boolean withdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Breached, and the act is still not done. */
    public boolean overdue() {
        return breached() && takenAt == null;
    }

    /** The limit as the case felt it, pauses included. */
    public Duration allowed() {
        return Duration.between(startedAt, dueAt);
    }
}
