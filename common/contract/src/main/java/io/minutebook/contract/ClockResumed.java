package io.minutebook.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clock goes on with what was left of the limit.
 *
 * @param clockId id of this run of the clock; the same start has the same id in whatever order steps were entered
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock its name, such as answer, hold-total, preprocess, dispatch, reply, plan, callback or clearance
 * @param round 1 for the run of this clock that was recorded first on the subject, one more for each after it; for reading only
 * @param warnAt when a warning is due now; absent for none
 * @param dueAt the last moment that meets the limit now
 */
@Event(
        topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES},
        version = 2)
public record ClockResumed(
        UUID clockId,
        String subject,
        String clock,
        int round,
        @Nullable Instant warnAt,
        Instant dueAt) implements OnClock {
    public ClockResumed {
        FieldChecks.present(clockId, "clockId");
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(dueAt, "dueAt");
    }
}
