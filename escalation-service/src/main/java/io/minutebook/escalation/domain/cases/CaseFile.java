package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.PolicyScope;
import java.time.Instant;

/**
 * What is known of a case in every phase.
 *
 * @param scope by which the policies of its clocks are found
 * @param begunAt when this cycle began: its first dispatch or vendor order, or the customer's denial
 */
public record CaseFile(
        CaseRef ref,
        PolicyScope scope,
        Instant begunAt,
        Plans plans,
        Escalations escalations,
        Suspensions suspensions,
        Clocks clocks) {
    static CaseFile opened(CaseRef ref, PolicyScope scope, Instant at) {
        return new CaseFile(ref, scope, at, Plans.none(), Escalations.none(), Suspensions.none(), Clocks.none());
    }

    /** Nothing of an earlier cycle counts in the next one but its clocks. */
    CaseFile inCycle(int cycle, Instant at) {
        return new CaseFile(
                ref.inCycle(cycle), scope, at, Plans.none(), Escalations.none(), Suspensions.none(), clocks);
    }

    CaseFile with(PolicyScope next) {
        return new CaseFile(ref, next, begunAt, plans, escalations, suspensions, clocks);
    }

    CaseFile with(Plans next) {
        return new CaseFile(ref, scope, begunAt, next, escalations, suspensions, clocks);
    }

    CaseFile with(Escalations next) {
        return new CaseFile(ref, scope, begunAt, plans, next, suspensions, clocks);
    }

    CaseFile with(Suspensions next) {
        return new CaseFile(ref, scope, begunAt, plans, escalations, next, clocks);
    }

    CaseFile with(Clocks next) {
        return new CaseFile(ref, scope, begunAt, plans, escalations, suspensions, next);
    }
}
