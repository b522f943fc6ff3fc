package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calling the customer, and clearing on their word. An attempt that did not reach the customer is recorded but meets no clock: the source wants
 * the customer asked (进行客户回访), not the phone rung. Before anybody says the fault is solved, "not restored" is no denial: the call tells the
 * plan. "Restored" counts at any time, since the customer knows best.
 */
final class Restoration {
    /** Why clocks are withdrawn when the customer denies the restoration. */
    private static final String REOPENED = "reopened";

    /** Why clocks are withdrawn when the fault is cleared: nothing but the survey outlives the clearance. */
    private static final String CLEARED = "cleared";

    private Restoration() {}

    static void callBack(CaseCommand.CallBackCustomer c, CaseState state, Decision<CaseEvent> decision) {
        CaseDecision caseDecision = CaseDecision.known(state, decision);
        Boolean restored = c.restored();
        if (restored != null && !c.reached()) {
            throw new Rejected("customer-not-reached", "A customer who was not reached cannot say what is restored.");
        }
        if (restored != null && caseDecision.state() instanceof CaseState.Cleared) {
            throw new Rejected("fault-already-cleared", "The fault is cleared; register a new case for a new fault.");
        }
        CaseFile file = caseDecision.file();
        Instant at = caseDecision.taken(c.occurredAt());
        UUID call = decision.record(new CaseEvent.CustomerCalledBack(at, file.ref(), c.reached(), restored, c.note()));
        if (c.reached()) {
            stopCallback(caseDecision, at, call, c.occurredAt() != null);
        }
        if (restored != null && file.newest(at)) {
            weigh(caseDecision, restored, at, c, call);
        }
    }

    static void clear(CaseCommand.ClearFault c, CaseState state, Decision<CaseEvent> decision) {
        CaseDecision caseDecision = CaseDecision.known(state, decision);
        switch (caseDecision.state()) {
            case CaseState.Open ignored -> throw notConfirmed();
            case CaseState.Resolved ignored -> throw notConfirmed();
            case CaseState.Restored restored -> clear(caseDecision, restored, c);
            case CaseState.Cleared ignored ->
                throw new Rejected("fault-already-cleared", "The fault has been cleared already.");
        }
    }

    /** The case reopens. Clocks that wait for the customer's yes are withdrawn; verdicts given stay. */
    static void deny(CaseDecision caseDecision, Instant at, @Nullable String note, UUID cause) {
        CaseFile file = caseDecision.file();
        UUID denied = caseDecision.decision().record(new CaseEvent.RestorationDenied(at, file.ref(), note), cause);
        caseDecision.clocks().withdraw(CaseClock.CALLBACK, at, REOPENED, denied);
        caseDecision.clocks().withdraw(CaseClock.CLEARANCE, at, REOPENED, denied);
        caseDecision.clocks().withdraw(CaseClock.SURVEY, at, REOPENED, denied);
    }

    private static void weigh(
            CaseDecision caseDecision, boolean restored, Instant at, CaseCommand.CallBackCustomer c, UUID call) {
        switch (caseDecision.state()) {
            case CaseState.Open ignored -> {
                if (restored) {
                    confirm(caseDecision, at, c.note(), call);
                }
            }
            case CaseState.Resolved s -> {
                if (restored) {
                    confirm(caseDecision, at, c.note(), call);
                } else if (c.occurredAt() == null || !at.isBefore(s.resolution().at())) {
                    deny(caseDecision, at, c.note(), call);
                }
            }
            case CaseState.Restored s -> {
                if (!restored && s.resolution() != null) {
                    deny(caseDecision, at, c.note(), call);
                }
            }
            case CaseState.Cleared ignored -> {}
        }
    }

    private static void confirm(CaseDecision caseDecision, Instant at, @Nullable String note, UUID call) {
        CaseFile file = caseDecision.file();
        caseDecision.decision().record(new CaseEvent.RestorationConfirmed(at, file.ref(), note), call);
    }

    /** A call that was made before there was a plan cannot have informed the customer of it. */
    private static void stopCallback(CaseDecision caseDecision, Instant at, UUID call, boolean late) {
        caseDecision
                .clocks()
                .clocks()
                .latest(CaseClock.CALLBACK.id())
                .filter(clock -> !late || !StepTime.isEarlier(at, clock.startedAt()))
                .ifPresent(clock -> caseDecision.clocks().stop(CaseClock.CALLBACK, at, call));
    }

    private static void clear(CaseDecision caseDecision, CaseState.Restored restored, CaseCommand.ClearFault c) {
        CaseFile file = caseDecision.file();
        Instant at = caseDecision.taken(c.occurredAt());
        if (StepTime.isEarlier(at, restored.confirmedAt())) {
            throw notConfirmed();
        }
        CaseState.Resolution resolution = restored.resolution();
        Instant cleared = StepTime.notBefore(restored.confirmedAt(), at);
        UUID event = caseDecision
                .clocks()
                .record(new CaseEvent.FaultCleared(
                        cleared, file.ref(), resolution == null ? null : resolution.tier(), c.note()));
        caseDecision.clocks().withdraw(CaseClock.CALLBACK, cleared, CLEARED, event);
    }

    private static Rejected notConfirmed() {
        return new Rejected(
                "restoration-not-confirmed", "Only when the customer has said that it works may the fault be cleared.");
    }
}
