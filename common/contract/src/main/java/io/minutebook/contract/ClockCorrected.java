package io.minutebook.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something became known of a clock that had its verdict already, such as the step that came too late. Its time is when the step was taken.
 *
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock the clock: answer, hold, preprocess, dispatch, reply, plan, expert-contact, callback, clearance, survey or promise
 * @param round 1 for the clock's first run on the subject, one more each time it starts again
 * @param was how the clock stood
 * @param now how it stands
 * @param because why this is said
 * @param dueAt the last moment that meets the limit
 * @param marginSeconds what was left of the limit when the step was taken, in seconds; negative where it came too late
 * @param restsOn ids of the events it rests on: what started the clock and the step
 */
@Event(topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES})
public record ClockCorrected(
        String subject,
        String clock,
        int round,
        ClockStatus was,
        ClockStatus now,
        CorrectionReason because,
        Instant dueAt,
        long marginSeconds,
        List<UUID> restsOn)
        implements OnClock {
    public ClockCorrected {
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(was, "was");
        FieldChecks.present(now, "now");
        FieldChecks.present(because, "because");
        FieldChecks.present(dueAt, "dueAt");
        restsOn = FieldChecks.list(restsOn);
    }
}
