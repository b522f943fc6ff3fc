package io.minutebook.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step is due from now on.
 *
 * @param clockId id of this run of the clock; the same start has the same id in whatever order steps were entered
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock its name, such as answer, hold-total, preprocess, dispatch, reply, plan, callback or clearance
 * @param round 1 for the run of this clock that was recorded first on the subject, one more for each after it; for reading only
 * @param startedBy id of the event it runs from
 * @param owedAct the act that is owed: the name of the event that meets the clock
 * @param owedByRole who owes it: answering agent, owner, engineer, expert, follow-up desk, …, as a word in kebab case
 * @param owedBy the person or party of that role; absent where none is named
 * @param opensAt when the step may be taken at the earliest; absent where at once
 * @param warnAt when a warning is due; absent for none
 * @param dueAt the last moment that meets the limit
 * @param provisional whether {@code dueAt} rests on working days that are not announced yet
 * @param policy name and version of the policy the limit comes from
 */
@Event(
        topics = {Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES},
        version = 2)
public record ClockStarted(
        UUID clockId,
        String subject,
        String clock,
        int round,
        UUID startedBy,
        String owedAct,
        String owedByRole,
        @Nullable String owedBy,
        @Nullable Instant opensAt,
        @Nullable Instant warnAt,
        Instant dueAt,
        boolean provisional,
        String policy)
        implements OnClock {
    public ClockStarted {
        FieldChecks.present(clockId, "clockId");
        FieldChecks.present(subject, "subject");
        FieldChecks.present(clock, "clock");
        FieldChecks.atLeastOne(round, "round");
        FieldChecks.present(startedBy, "startedBy");
        FieldChecks.present(owedAct, "owedAct");
        FieldChecks.present(owedByRole, "owedByRole");
        FieldChecks.present(dueAt, "dueAt");
        FieldChecks.present(policy, "policy");
    }
}
