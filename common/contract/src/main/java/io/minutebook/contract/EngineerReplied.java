package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The engineer answered with a plan or, where there is none yet, with the difficulty and the next steps; this stops the reply clock.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param engineer who answered
 * @param plan the plan; absent where there is none yet
 * @param difficulty what stands in the way
 * @param nextSteps what is done about it
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record EngineerReplied(
        String caseId,
        String caseNumber,
        String site,
        String engineer,
        @Nullable String plan,
        @Nullable String difficulty,
        @Nullable String nextSteps,
        int cycle)
        implements OnCase {
    public EngineerReplied {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(engineer, "engineer");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
