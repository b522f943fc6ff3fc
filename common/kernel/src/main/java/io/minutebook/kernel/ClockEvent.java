package io.minutebook.kernel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of one run of a clock. A run is known by its id, which follows from the clock and what started it, so that the same facts have the
 * same runs in whatever order they were entered.
 */
public sealed interface ClockEvent extends DomainEvent {
    UUID clockId();

    /** The clock's name: answer, hold-total, preprocess, dispatch, reply, plan, … */
    String clock();

    /** 1 for the run of this clock that was recorded first on its subject, one more for each after it. For reading only. */
    int round();

    /**
     * @param startedBy the event it runs from
     * @param owedAct the name of the act that is owed
     * @param owedByRole who owes it: a role
     * @param owedBy the person or party of that role, where one is named
     * @param window when the act may be done (survey), when to warn and by when it is due, were there no pauses
     * @param policy the policy and version the limit comes from
     */
    @StoredAs(value = "ClockStarted", version = 2, oldest = 2)
    record ClockStarted(
            UUID clockId,
            String clock,
            int round,
            Instant at,
            UUID startedBy,
            String owedAct,
            String owedByRole,
            @Nullable String owedBy,
            Limit.Window window,
            String policy)
            implements ClockEvent {}

    @StoredAs(value = "ClockWarned", version = 2, oldest = 2)
    record ClockWarned(UUID clockId, String clock, int round, Instant at, Instant dueAt) implements ClockEvent {}

    /**
     * The clock stands still; what is left of its limit is kept.
     *
     * @param by the event that made it stand still
     * @param until when it goes on by itself; null where nobody said
     * @param dueAt the last moment that meets the limit, as far as that is known while it stands still
     */
    @StoredAs(value = "ClockPaused", version = 2, oldest = 2)
    record ClockPaused(
            UUID clockId,
            String clock,
            int round,
            Instant at,
            String reason,
            UUID by,
            @Nullable Instant until,
            Instant dueAt)
            implements ClockEvent {}

    @StoredAs(value = "ClockResumed", version = 2, oldest = 2)
    record ClockResumed(
            UUID clockId,
            String clock,
            int round,
            Instant at,
            @Nullable Instant warnAt,
            Instant dueAt) implements ClockEvent {}

    /**
     * Nothing is owed any more: the run is over, neither met nor breached.
     *
     * @param at when that happened which ended it, within the limit
     * @param reason why, as a word in kebab case: {@code reopened}, {@code caller-hung-up}, …
     * @param by the event that ended it
     * @param restsOn the event that started the clock and the one that ended it
     */
    @StoredAs(value = "ClockWithdrawn", version = 2, oldest = 2)
    record ClockWithdrawn(UUID clockId, String clock, int round, Instant at, String reason, UUID by, List<UUID> restsOn)
            implements ClockEvent {
        public ClockWithdrawn {
            restsOn = List.copyOf(restsOn);
        }
    }

    /**
     * The act was done in time.
     *
     * @param at when it was done
     * @param act the event that is the act
     * @param marginSeconds what was left of the limit, not negative
     * @param restsOn the events the verdict rests on: the start, the act, what made the clock stand still between them
     */
    @StoredAs(value = "ClockMet", version = 2, oldest = 2)
    record ClockMet(
            UUID clockId,
            String clock,
            int round,
            Instant at,
            Instant dueAt,
            UUID act,
            long marginSeconds,
            List<UUID> restsOn)
            implements ClockEvent {
        public ClockMet {
            restsOn = List.copyOf(restsOn);
        }
    }

    /**
     * The limit passed with the act not done.
     *
     * @param at the limit itself
     * @param act the event that is the act, where it was done by then, too late; else null
     * @param marginSeconds how late it was, negative; null with the act
     */
    @StoredAs(value = "ClockBreached", version = 2, oldest = 2)
    record ClockBreached(
            UUID clockId,
            String clock,
            int round,
            Instant at,
            Instant dueAt,
            @Nullable UUID act,
            @Nullable Long marginSeconds,
            List<UUID> restsOn)
            implements ClockEvent {
        public ClockBreached {
            restsOn = List.copyOf(restsOn);
        }
    }

    /** Why what was said of a clock is said anew. */
    enum Because {
        /** A step that was entered late had happened before. */
        LATE_ENTRY,
        /** The act was done after its clock was breached: the verdict stands and rests on the act now. */
        COMPLETED,
        /** That work had stood still was entered later. */
        PAUSE_ENTERED,
        /** The clock started from an earlier event, which was entered later. */
        START_MOVED,
        /** The working days that its limit rests on have been announced. */
        CALENDAR_ANNOUNCED
    }

    /**
     * How a run stands, and what that rests on.
     *
     * @param at when the act was done, the limit passed or the run ended, or since when it stands still; null while it runs
     * @param act the act that is owed, where it was done; null where it was not
     * @param marginSeconds what was left of the limit when the act was done, negative where it came too late; null without an act
     * @param reason why nothing is owed any more; null where it is not withdrawn
     */
    record ClockVerdict(
            Clocks.Status status,
            @Nullable Instant at,
            Instant dueAt,
            @Nullable UUID act,
            @Nullable Long marginSeconds,
            @Nullable String reason,
            List<UUID> restsOn) {
        public ClockVerdict {
            restsOn = List.copyOf(restsOn);
        }

        /** Returns whether another one says the same. By when an act was due that is owed no more says nothing. */
        boolean says(ClockVerdict other) {
            return equals(status == Clocks.Status.WITHDRAWN ? other.dueAt(dueAt) : other);
        }

        private ClockVerdict dueAt(Instant other) {
            return new ClockVerdict(status, at, other, act, marginSeconds, reason, restsOn);
        }

        static ClockVerdict open(Clocks.Status status, @Nullable Instant since, Instant dueAt, UUID startedBy) {
            return new ClockVerdict(status, since, dueAt, null, null, null, List.of(startedBy));
        }
    }

    /**
     * More became known of a clock than when it was last spoken of; what was said and what holds now both stay in the record.
     *
     * @param at when that happened which became known
     * @param startedBy the event the clock runs from now, at {@code startedAt}
     * @param window when the act may be done, when to warn and by when it is due now, were there no pauses
     * @param evidence what shows it: a call, a message, a note
     */
    @StoredAs(value = "ClockCorrected", version = 2, oldest = 2)
    record ClockCorrected(
            UUID clockId,
            String clock,
            int round,
            Instant at,
            UUID startedBy,
            Instant startedAt,
            Limit.Window window,
            ClockVerdict was,
            ClockVerdict now,
            Because because,
            List<String> evidence)
            implements ClockEvent {
        public ClockCorrected {
            evidence = List.copyOf(evidence);
        }
    }
}
