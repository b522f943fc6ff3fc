package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.PolicyScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case in every phase.
 *
 * @param scope by which the policies of its clocks are found
 * @param begunAt when this cycle began: its first dispatch or vendor order, or the customer's denial
 * @param progress how far this cycle is
 */
public record CaseFile(CaseRef ref, PolicyScope scope, Instant begunAt, CycleProgress progress, Clocks clocks) {
    /**
     * How far a cycle is.
     *
     * @param planAsked whether the limit for the plan has begun to run
     * @param planned whether there is a solution plan
     * @param escalatedTo how far up the case was passed; null while it was not
     * @param suspended why work stands still; null while it goes on
     */
    public record CycleProgress(
            boolean planAsked,
            boolean planned,
            @Nullable EscalationTier escalatedTo,
            @Nullable SuspensionReason suspended) {
        static CycleProgress none() {
            return new CycleProgress(false, false, null, null);
        }
    }

    static CaseFile opened(CaseRef ref, PolicyScope scope, Instant at) {
        return new CaseFile(ref, scope, at, CycleProgress.none(), Clocks.none());
    }

    CaseFile planAsked() {
        return with(new CycleProgress(true, progress.planned, progress.escalatedTo, progress.suspended));
    }

    CaseFile planned() {
        return with(new CycleProgress(progress.planAsked, true, progress.escalatedTo, progress.suspended));
    }

    CaseFile escalated(EscalationTier tier) {
        return with(new CycleProgress(progress.planAsked, progress.planned, tier, progress.suspended));
    }

    CaseFile suspended(@Nullable SuspensionReason reason) {
        return with(new CycleProgress(progress.planAsked, progress.planned, progress.escalatedTo, reason));
    }

    CaseFile with(Clocks next) {
        return new CaseFile(ref, scope, begunAt, progress, next);
    }

    CaseFile with(PolicyScope next) {
        return new CaseFile(ref, next, begunAt, progress, clocks);
    }

    CaseFile inCycle(int cycle, Instant at) {
        return new CaseFile(ref.inCycle(cycle), scope, at, CycleProgress.none(), clocks);
    }

    private CaseFile with(CycleProgress next) {
        return new CaseFile(ref, scope, begunAt, next, clocks);
    }
}
