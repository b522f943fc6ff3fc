package io.minutebook.contract;

import java.time.Instant;

/**
 * The limit is near and the step not taken.
 *
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock the clock: answer, hold, preprocess, dispatch, reply, plan, expert-contact, callback, clearance, survey or promise
 * @param round 1 for the clock's first run on the subject, one more each time it starts again
 * @param dueAt the last moment that meets the limit
 */
@Event(topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES})
public record ClockWarned(String subject, String clock, int round, Instant dueAt) implements OnClock {
    public ClockWarned {
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(dueAt, "dueAt");
    }
}
