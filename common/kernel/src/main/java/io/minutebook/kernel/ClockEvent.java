package io.minutebook.kernel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of one clock on a case. A clock is known by its name and round: a case that reopens starts its clocks in a new round, and the
 * verdicts of earlier rounds stay.
 */
public sealed interface ClockEvent extends DomainEvent {
    /** The clock's name as the design lists it: answer, hold, preprocess, dispatch, reply, plan, … */
    String clock();

    /** 1 for the first run of this clock on the case, one more each time it starts again. */
    int round();

    /**
     * @param startedBy the event the clock runs from
     * @param opensAt when the step may be taken at the earliest (survey); null where it may be taken at once
     * @param warnAt when to warn; null for no warning
     * @param dueAt the last moment that still meets the limit
     * @param policy the policy and version the limit comes from
     */
    @StoredAs("ClockStarted")
    record ClockStarted(
            String clock,
            int round,
            Instant at,
            UUID startedBy,
            @Nullable Instant opensAt,
            @Nullable Instant warnAt,
            Instant dueAt,
            String policy)
            implements ClockEvent {}

    @StoredAs("ClockWarned")
    record ClockWarned(String clock, int round, Instant at, Instant dueAt) implements ClockEvent {}

    /** The clock stands still until it is resumed; what is left of its limit is kept. */
    @StoredAs("ClockPaused")
    record ClockPaused(String clock, int round, Instant at, String reason) implements ClockEvent {}

    @StoredAs("ClockResumed")
    record ClockResumed(
            String clock, int round, Instant at, @Nullable Instant warnAt, Instant dueAt) implements ClockEvent {}

    /**
     * The step is no longer owed: the round is over, neither met nor broken, and is never resumed.
     *
     * @param at when that happened which ended it, within the limit
     * @param reason why, as a word in kebab case: {@code reopened}, {@code caller-hung-up}, …
     * @param restsOn the event that started the clock and the one that ended it
     */
    @StoredAs("ClockWithdrawn")
    record ClockWithdrawn(String clock, int round, Instant at, String reason, List<UUID> restsOn)
            implements ClockEvent {
        public ClockWithdrawn {
            restsOn = List.copyOf(restsOn);
        }
    }

    /** @param restsOn the events the verdict rests on: the one that started the clock, the one that stopped it */
    @StoredAs("ClockMet")
    record ClockMet(String clock, int round, Instant at, Instant dueAt, List<UUID> restsOn) implements ClockEvent {
        public ClockMet {
            restsOn = List.copyOf(restsOn);
        }
    }

    /** The limit passed with the step not taken; {@code at} is the limit itself, also where the verdict rests on a step that came later. */
    @StoredAs("ClockBreached")
    record ClockBreached(String clock, int round, Instant at, Instant dueAt, List<UUID> restsOn) implements ClockEvent {
        public ClockBreached {
            restsOn = List.copyOf(restsOn);
        }
    }

    /** Why what was said of a clock is said anew. */
    enum Because {
        /** The step was taken after its clock was breached: the verdict stands and rests on the step now. */
        COMPLETED
    }

    /**
     * Something became known of a clock that had its verdict already; both what was said and what holds now stay in the record.
     *
     * @param at when the step was taken
     * @param was how the clock stood
     * @param now how it stands
     * @param marginSeconds what was left of the limit when the step was taken; negative where it came too late
     * @param restsOn the event that started the clock and the step
     */
    @StoredAs("ClockCorrected")
    record ClockCorrected(
            String clock,
            int round,
            Instant at,
            Clocks.Status was,
            Clocks.Status now,
            Because because,
            Instant dueAt,
            long marginSeconds,
            List<UUID> restsOn)
            implements ClockEvent {
        public ClockCorrected {
            restsOn = List.copyOf(restsOn);
        }
    }
}
