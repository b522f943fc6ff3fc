package io.minutebook.escalation.domain;

import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case in every phase.
 *
 * @param cycle 1, and one more for each time the customer denied the restoration
 * @param planned whether this cycle has a solution plan
 * @param escalatedTo how far up the case was passed in this cycle; null while it was not
 * @param suspended why work stands still; null while it goes on
 */
public record CaseFile(
        String caseId,
        String caseNumber,
        Scope scope,
        int cycle,
        boolean planned,
        @Nullable EscalationTier escalatedTo,
        @Nullable SuspensionReason suspended,
        Clocks clocks) {
    static CaseFile opened(String caseId, String caseNumber, Scope scope) {
        return new CaseFile(caseId, caseNumber, scope, 1, false, null, null, Clocks.none());
    }

    CaseFile withPlan() {
        return new CaseFile(caseId, caseNumber, scope, cycle, true, escalatedTo, suspended, clocks);
    }

    CaseFile withEscalation(EscalationTier tier) {
        return new CaseFile(caseId, caseNumber, scope, cycle, planned, tier, suspended, clocks);
    }

    CaseFile withSuspension(@Nullable SuspensionReason reason) {
        return new CaseFile(caseId, caseNumber, scope, cycle, planned, escalatedTo, reason, clocks);
    }

    CaseFile withClocks(Clocks next) {
        return new CaseFile(caseId, caseNumber, scope, cycle, planned, escalatedTo, suspended, next);
    }

    CaseFile inCycle(int next) {
        return new CaseFile(caseId, caseNumber, scope, next, false, null, null, clocks);
    }
}
