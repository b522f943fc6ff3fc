package io.minutebook.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The step was taken within the limit. This verdict stands for ever.
 *
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock the clock: answer, hold, preprocess, dispatch, reply, plan, expert-contact, callback, clearance, survey or promise
 * @param round 1 for the clock's first run on the subject, one more each time it starts again
 * @param dueAt the last moment that meets the limit
 * @param restsOn ids of the events the verdict rests on: what started the clock and, if taken, the step that stopped it
 */
@Event(topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES})
public record ClockMet(String subject, String clock, int round, Instant dueAt, List<UUID> restsOn) implements OnClock {
    public ClockMet {
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(dueAt, "dueAt");
        restsOn = FieldChecks.list(restsOn);
    }
}
