package io.minutebook.contract;

/**
 * The clock stands still; what is left of the limit is kept.
 *
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock the clock: answer, hold, preprocess, dispatch, reply, plan, expert-contact, callback, clearance, survey or promise
 * @param round 1 for the clock's first run on the subject, one more each time it starts again
 * @param reason why
 */
@Event(topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES})
public record ClockPaused(String subject, String clock, int round, String reason) implements OnClock {
    public ClockPaused {
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(reason, "reason");
    }
}
