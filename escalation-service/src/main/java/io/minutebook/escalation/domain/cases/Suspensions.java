package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.Rejected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work that stands still for a reason outside the engineers' hands (挂起); the clocks of plan and expert contact pause with it.
 *
 * @param reason why it stands still; null while it goes on
 */
public record Suspensions(@Nullable SuspensionReason reason) {
    static Suspensions none() {
        return new Suspensions(null);
    }

    static void decide(CaseCommand.OnSuspension command, CaseDecision on) {
        on.open();
        switch (command) {
            case CaseCommand.SuspendCase c -> suspend(c.reason(), on);
            case CaseCommand.ResumeCase c -> resume(on);
        }
    }

    private static void suspend(SuspensionReason reason, CaseDecision on) {
        if (on.file().suspensions().reason() != null) {
            throw new Rejected("already-suspended", "The case is suspended already.");
        }
        UUID suspended = on.record(new CaseEvent.CaseSuspended(on.at(), on.ref(), reason));
        on.clocks().pause(CaseClock.PLAN, on.at(), reason.name(), suspended);
        on.clocks().pause(CaseClock.EXPERT_CONTACT, on.at(), reason.name(), suspended);
    }

    private static void resume(CaseDecision on) {
        if (on.file().suspensions().reason() == null) {
            throw new Rejected("not-suspended", "The case is not suspended.");
        }
        UUID resumed = on.record(new CaseEvent.CaseResumed(on.at(), on.ref()));
        on.clocks().resume(CaseClock.PLAN, on.at(), resumed);
        on.clocks().resume(CaseClock.EXPERT_CONTACT, on.at(), resumed);
    }

    Suspensions evolve(CaseEvent.OnSuspension event) {
        return switch (event) {
            case CaseEvent.CaseSuspended e -> new Suspensions(e.reason());
            case CaseEvent.CaseResumed e -> none();
        };
    }
}
