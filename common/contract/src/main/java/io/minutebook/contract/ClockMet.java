package io.minutebook.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The act that is owed was done within the limit. Only a ClockCorrected says otherwise later.
 *
 * @param clockId id of this run of the clock; the same start has the same id in whatever order steps were entered
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock its name, such as answer, hold-total, preprocess, dispatch, reply, plan, callback or clearance
 * @param round 1 for the run of this clock that was recorded first on the subject, one more for each after it; for reading only
 * @param dueAt the last moment that meets the limit
 * @param act id of the event that is the act
 * @param marginSeconds what was left of the limit, in seconds; never negative
 * @param restsOn ids of the events the verdict rests on: what started the clock, the act, what made the clock stand still between them
 */
@Event(
        topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES},
        version = 2)
public record ClockMet(
        UUID clockId,
        String subject,
        String clock,
        int round,
        Instant dueAt,
        UUID act,
        long marginSeconds,
        List<UUID> restsOn)
        implements OnClock {
    public ClockMet {
        FieldChecks.present(clockId, "clockId");
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(dueAt, "dueAt");
        FieldChecks.present(act, "act");
        restsOn = FieldChecks.list(restsOn);
    }
}
