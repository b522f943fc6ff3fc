package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision about what a person does on a case.
 *
 * @param state what had become of the case by then
 * @param at when it was done
 */
record CaseDecision(CaseState.Known state, Instant at, Case rules, FactRecorder<CaseState, CaseEvent> facts) {
    private static final String RESTS_ON_MISSING = "rests-on-missing";

    /** @throws Rejected for a case that was not passed on yet, or that was over by then, and for a time before it was passed on */
    static CaseDecision of(CaseCommand.Action action, Case rules, FactRecorder<CaseState, CaseEvent> facts) {
        if (facts.history().phase() instanceof CaseState.Unknown unknown) {
            Case.known(unknown);
        }
        Instant at = at(action.stated().occurredAt(), facts);
        return new CaseDecision(Case.known(facts.asOf(at)), at, rules, facts);
    }

    /** What is entered as it happens rests on all there is, even where another host's clock ran ahead of this one. */
    private static Instant at(@Nullable Instant stated, FactRecorder<CaseState, CaseEvent> facts) {
        List<Fact<CaseEvent>> all = facts.history().facts();
        return StepTime.of(stated, (stated == null ? all.getLast() : all.getFirst()).at(), facts.decision());
    }

    CaseFile file() {
        return state.file();
    }

    CaseRef ref() {
        return file().ref();
    }

    Decision<CaseEvent> decision() {
        return facts.decision();
    }

    /** @throws Rejected where no engineer has the case */
    String engineer(Whose whose) {
        return whose.engineer(Case.notAtVendor(state).hands());
    }

    UUID record(CaseEvent event) {
        return record(event, null);
    }

    /** @throws Rejected with the code {@code out-of-order} where what the event rests on happened later, and as the rules have it otherwise */
    UUID record(CaseEvent event, @Nullable UUID cause) {
        try {
            return facts.record(event, cause);
        } catch (Rejected refused) {
            if (refused.code().equals(RESTS_ON_MISSING) && restsOnLater(event)) {
                throw outOfOrder(refused.reason());
            }
            throw refused;
        }
    }

    static Rejected outOfOrder(String reason) {
        return new Rejected("out-of-order", reason);
    }

    private boolean restsOnLater(CaseEvent event) {
        try {
            rules.check(facts.history().phase(), event);
            return true;
        } catch (Rejected refused) {
            return !refused.code().equals(RESTS_ON_MISSING);
        }
    }

    /** @throws Rejected for a text without a word in it */
    static String text(String text) {
        if (text.isBlank()) {
            throw new Rejected("text-missing", "Say it in words: an empty text says nothing.");
        }
        return text;
    }
}
