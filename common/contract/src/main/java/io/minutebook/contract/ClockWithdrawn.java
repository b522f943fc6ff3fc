package io.minutebook.contract;

import java.util.List;
import java.util.UUID;

/**
 * The step is no longer owed, so the clock ended within its limit, neither met nor broken. It counts in no measure.
 *
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock the clock: answer, hold, preprocess, dispatch, reply, plan, expert-contact, callback, clearance, survey or promise
 * @param round 1 for the clock's first run on the subject, one more each time it starts again
 * @param reason why: reopened, caller-hung-up, handed-over, call-ended, cleared or passed-to-vendor; more words may come
 * @param restsOn ids of the events it rests on: what started the clock and what ended it
 */
@Event(topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES})
public record ClockWithdrawn(
        String subject,
        String clock,
        int round,

        @Choice({"reopened", "caller-hung-up", "handed-over", "call-ended", "cleared", "passed-to-vendor"})
        String reason,

        List<UUID> restsOn)
        implements OnClock {
    public ClockWithdrawn {
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(reason, "reason");
        restsOn = FieldChecks.list(restsOn);
    }
}
