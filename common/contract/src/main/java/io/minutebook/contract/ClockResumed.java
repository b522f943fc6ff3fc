package io.minutebook.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock goes on with what was left of the limit.
 *
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock the clock: answer, hold, preprocess, dispatch, reply, plan, expert-contact, callback, clearance, survey or promise
 * @param round 1 for the clock's first run on the subject, one more each time it starts again
 * @param warnAt when a warning is due now; absent for none
 * @param dueAt the last moment that meets the limit now
 */
@Event(topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES})
public record ClockResumed(
        String subject, String clock, int round, @Nullable Instant warnAt, Instant dueAt) implements OnClock {
    public ClockResumed {
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(dueAt, "dueAt");
    }
}
