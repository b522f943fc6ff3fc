package io.minutebook.contract;

import java.util.List;
import java.util.UUID;

/**
 * The act is no longer owed, so the clock ended within its limit, neither met nor breached. It counts in no measure.
 *
 * @param clockId id of this run of the clock; the same start has the same id in whatever order steps were entered
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock its name, such as answer, hold-total, preprocess, dispatch, reply, plan, callback or clearance
 * @param round 1 for the run of this clock that was recorded first on the subject, one more for each after it; for reading only
 * @param reason why, as a word in kebab case
 * @param by id of the event that ended it
 * @param restsOn ids of the events it rests on: what started the clock and what ended it
 */
@Event(
        topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES},
        version = 2)
public record ClockWithdrawn(
        UUID clockId,
        String subject,
        String clock,
        int round,

        @Choice({
            "reopened",
            "caller-hung-up",
            "handed-over",
            "call-ended",
            "cleared",
            "resolved",
            "reassigned",
            "returned",
            "passed-to-vendor",
            "escalated-instead",
            "customer-unreached",
            "case-ended"
        })
        String reason,

        UUID by,
        List<UUID> restsOn)
        implements OnClock {
    public ClockWithdrawn {
        FieldChecks.present(clockId, "clockId");
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(reason, "reason");
        FieldChecks.present(by, "by");
        restsOn = FieldChecks.list(restsOn);
    }
}
