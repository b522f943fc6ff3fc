package io.minutebook.contract;

import java.util.List;
import java.util.UUID;

/**
 * More became known of a clock than when it was last spoken of, such as a step that was entered late. Both what was said and what holds now stay
 * in the record; the last correction holds. Its time is when that happened which became known.
 *
 * @param clockId id of this run of the clock; the same start has the same id in whatever order steps were entered
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock its name, such as answer, hold-total, preprocess, dispatch, reply, plan, callback or clearance
 * @param round 1 for the run of this clock that was recorded first on the subject, one more for each after it; for reading only
 * @param startedBy id of the event it runs from now
 * @param was how the clock stood
 * @param now how it stands
 * @param provisional whether the limit rests on working days that are not announced yet
 * @param because why this is said
 * @param evidence what shows it: a call, a message, a note; empty where no breach is taken back
 */
@Event(
        topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES},
        version = 2)
public record ClockCorrected(
        UUID clockId,
        String subject,
        String clock,
        int round,
        UUID startedBy,
        ClockVerdict was,
        ClockVerdict now,
        boolean provisional,
        CorrectionReason because,
        List<String> evidence)
        implements OnClock {
    public ClockCorrected {
        FieldChecks.present(clockId, "clockId");
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(startedBy, "startedBy");
        FieldChecks.present(was, "was");
        FieldChecks.present(now, "now");
        FieldChecks.present(because, "because");
        evidence = FieldChecks.list(evidence);
    }
}
