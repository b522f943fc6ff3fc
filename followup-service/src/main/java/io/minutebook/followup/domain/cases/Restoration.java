package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.Site;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.kernel.Stated;
import io.minutebook.kernel.StepTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calling the customer, and clearing on their word. An attempt that did not reach the customer is recorded but meets no clock: the source wants
 * the customer asked (进行客户回访), not the phone rung. What the customer answers counts once somebody said, at or before that time, that the
 * fault is solved: until then a no denies nothing, and a yes waits for the resolution.
 */
final class Restoration {
    private Restoration() {}

    static void callBack(CaseCommand.CallBackCustomer c, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = CaseState.known(facts.history().phase()).file();
        if (c.restored() != null && !c.reached()) {
            throw new Rejected("customer-not-reached", "A customer who was not reached cannot say what is restored.");
        }
        Instant at = StepTime.of(c.stated().occurredAt(), file.registeredAt(), facts.decision());
        CaseState.Known then = CaseState.known(facts.asOf(at));
        facts.record(new CaseEvent.CustomerCalledBack(
                at,
                then.file().ref(),
                c.by(),
                c.how(),
                c.reached(),
                c.restored(),
                c.note(),
                c.reached() ? null : next(at, then, facts)));
        weighAnswers(facts);
        facts.settle(c.stated().evidence());
    }

    static void clear(CaseCommand.ClearFault c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant at = clearedAt(c.stated(), facts);
        CaseState.Known then = CaseState.known(facts.asOf(at));
        CaseState.Resolution resolution = then.resolution();
        facts.record(new CaseEvent.FaultCleared(
                at, then.file().ref(), c.by(), resolution == null ? null : resolution.tier(), c.note()));
        facts.settle(c.stated().evidence());
    }

    /** Records what the customer's answers mean by all that is known now. */
    static void weighAnswers(FactRecorder<CaseState, CaseEvent> facts) {
        for (Fact<CaseEvent> fact : facts.history().facts()) {
            if (fact.event() instanceof CaseEvent.CustomerCalledBack call && call.restored() != null) {
                weigh(call, call.restored(), fact, facts);
            }
        }
    }

    static void check(CaseState.Known state, CaseEvent.CustomerCalledBack call) {
        boolean expectsMore = call.restored() != null || call.next() != null;
        if (expectsMore && state instanceof CaseState.Cleared) {
            throw new Rejected("fault-already-cleared", "The fault is cleared; register a new case for a new fault.");
        }
        CaseState.Resolution resolution = state.resolution();
        if (Boolean.TRUE.equals(call.restored()) && resolution != null && !mayAsk(call, resolution)) {
            throw separate("Who solved a fault does not ask the customer whether it works; somebody else calls.");
        }
    }

    /** Who solved it does not ask, but on the call on which the first line took the case and solved it. */
    private static boolean mayAsk(CaseEvent.CustomerCalledBack call, CaseState.Resolution resolution) {
        return !call.by().equals(resolution.solver()) || (resolution.firstLine() && call.how() == CallbackWay.IN_CALL);
    }

    private static Rejected separate(String why) {
        return new Rejected("separation-of-duties", why);
    }

    /** An answer confirms or denies a resolution of its cycle. */
    static void checkAnswer(CaseState.Known state) {
        switch (state) {
            case CaseState.Open ignored ->
                throw new Rejected("rests-on-missing", "Nobody had said by then that the fault is solved.");
            case CaseState.Resolved ignored -> {}
            case CaseState.Restored ignored -> {}
            case CaseState.Cleared ignored -> throw alreadyCleared();
        }
    }

    static void checkClearance(CaseState.Known state, CaseEvent.FaultCleared cleared) {
        switch (state) {
            case CaseState.Open ignored ->
                throw Rejected.notYet(
                        "not-resolved-in-this-cycle",
                        "Nobody has said since the case was opened that it is solved, or the news has not arrived.");
            case CaseState.Resolved ignored ->
                throw new Rejected(
                        "restoration-not-confirmed",
                        "Only when the customer has said that it works may the fault be cleared.");
            case CaseState.Restored restored -> {
                boolean inCall = restored.resolution().firstLine() && restored.how() == CallbackWay.IN_CALL;
                if (cleared.by().equals(restored.resolution().solver()) && !inCall) {
                    throw separate("Who solved a fault does not clear it; somebody else does.");
                }
            }
            case CaseState.Cleared ignored -> throw alreadyCleared();
        }
    }

    /** Returns when to call again a customer who could not be reached; null where nobody needs to. */
    private static @Nullable NextAttempt next(
            Instant attempt, CaseState.Known then, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = then.file();
        if (file.type() != CaseType.FAULT || then instanceof CaseState.Cleared) {
            return null;
        }
        SitePolicies policies = facts.decision().policies();
        Site site = policies.site(file.ref().site());
        Instant limit = policies.policy(CaseClock.CALLBACK_RETRY, file.scope())
                .limit()
                .from(attempt, site)
                .dueAt();
        return NextAttempt.after(attempt, Duration.between(attempt, limit), site.zone());
    }

    private static void weigh(
            CaseEvent.CustomerCalledBack call,
            boolean restored,
            Fact<CaseEvent> fact,
            FactRecorder<CaseState, CaseEvent> facts) {
        CaseState.Known then = CaseState.known(facts.asOf(call.at()));
        CaseState.Resolution resolution = then.resolution();
        if (resolution == null || weighed(call.at(), facts) || (restored && !mayAsk(call, resolution))) {
            return;
        }
        CaseFile file = then.file();
        facts.record(
                restored
                        ? new CaseEvent.RestorationConfirmed(
                                call.at(), file.ref(), call.how(), file.type(), call.note())
                        : new CaseEvent.RestorationDenied(call.at(), file.ref(), call.note()),
                fact.id());
    }

    private static boolean weighed(Instant at, FactRecorder<CaseState, CaseEvent> facts) {
        return facts.history().facts().stream()
                .filter(fact -> fact.at().equals(at))
                .anyMatch(fact -> fact.event() instanceof CaseEvent.RestorationConfirmed
                        || fact.event() instanceof CaseEvent.RestorationDenied);
    }

    /** When the fault was cleared; a time stated to the minute in which the customer confirmed is not before the customer's word. */
    private static Instant clearedAt(Stated stated, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = CaseState.known(facts.history().phase()).file();
        Instant at = StepTime.of(stated.occurredAt(), file.registeredAt(), facts.decision());
        Instant endOfMinute =
                at.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES).minusNanos(1);
        return stated.occurredAt() != null && facts.asOf(endOfMinute) instanceof CaseState.Restored restored
                ? StepTime.notBefore(restored.confirmedAt(), at)
                : at;
    }

    private static Rejected alreadyCleared() {
        return new Rejected("fault-already-cleared", "The fault has been cleared already.");
    }
}
