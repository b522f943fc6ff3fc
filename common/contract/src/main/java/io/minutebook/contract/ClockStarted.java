package io.minutebook.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step is due from now on.
 *
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock the clock: answer, hold, preprocess, dispatch, reply, plan, expert-contact, callback, clearance, survey or promise
 * @param round 1 for the clock's first run on the subject, one more each time it starts again
 * @param startedBy id of the event it runs from
 * @param opensAt when the step may be taken at the earliest; absent where at once
 * @param warnAt when a warning is due; absent for none
 * @param dueAt the last moment that meets the limit
 * @param policy name and version of the policy the limit comes from
 */
@Event(topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES})
public record ClockStarted(
        String subject,
        String clock,
        int round,
        UUID startedBy,
        @Nullable Instant opensAt,
        @Nullable Instant warnAt,
        Instant dueAt,
        String policy)
        implements OnClock {
    public ClockStarted {
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(startedBy, "startedBy");
        FieldChecks.present(dueAt, "dueAt");
        FieldChecks.present(policy, "policy");
    }
}
