package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.PolicyScope;

/**
 * What is known of a case in every phase.
 *
 * @param scope by which the policies of its clocks are found
 * @param planned whether there is a solution plan in this cycle
 */
public record CaseFile(
        CaseRef ref,
        PolicyScope scope,
        Hands hands,
        boolean planned,
        Escalations escalations,
        Suspensions suspensions) {
    static CaseFile opened(CaseRef ref, PolicyScope scope) {
        return new CaseFile(ref, scope, Hands.none(), false, Escalations.none(), Suspensions.none());
    }

    /** Nothing of an earlier cycle counts in a later one but who has had the case and how far up it was passed. */
    CaseFile inCycle(int cycle) {
        return cycle > ref.cycle()
                ? new CaseFile(ref.inCycle(cycle), scope, hands, false, escalations.inNextCycle(), suspensions)
                : this;
    }

    CaseFile with(PolicyScope next) {
        return new CaseFile(ref, next, hands, planned, escalations, suspensions);
    }

    CaseFile with(Hands next) {
        return new CaseFile(ref, scope, next, planned, escalations, suspensions);
    }

    CaseFile with(Escalations next) {
        return new CaseFile(ref, scope, hands, planned, next, suspensions);
    }

    CaseFile with(Suspensions next) {
        return new CaseFile(ref, scope, hands, planned, escalations, next);
    }

    CaseFile withPlan() {
        return new CaseFile(ref, scope, hands, true, escalations, suspensions);
    }
}
