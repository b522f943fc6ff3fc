package io.minutebook.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clock stands still; what is left of the limit is kept.
 *
 * @param clockId id of this run of the clock; the same start has the same id in whatever order steps were entered
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock its name, such as answer, hold-total, preprocess, dispatch, reply, plan, callback or clearance
 * @param round 1 for the run of this clock that was recorded first on the subject, one more for each after it; for reading only
 * @param reason why
 * @param by id of the event that made it stand still
 * @param until when it goes on by itself; absent where nobody said
 * @param dueAt the last moment that meets the limit, as far as that is known while it stands still
 */
@Event(
        topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES},
        version = 2)
public record ClockPaused(
        UUID clockId,
        String subject,
        String clock,
        int round,
        String reason,
        UUID by,
        @Nullable Instant until,
        Instant dueAt)
        implements OnClock {
    public ClockPaused {
        FieldChecks.present(clockId, "clockId");
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(reason, "reason");
        FieldChecks.present(by, "by");
        FieldChecks.present(dueAt, "dueAt");
    }
}
