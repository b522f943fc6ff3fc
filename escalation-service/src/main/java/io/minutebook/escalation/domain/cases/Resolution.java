package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.CaseDecision.text;

import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fault is solved as far as those who worked on it can say; a denial opens the case again, the clearance ends it. */
final class Resolution {
    private Resolution() {}

    static void decide(CaseCommand.OnResolution command, CaseDecision on) {
        switch (command) {
            case CaseCommand.ResolveFault c -> resolve(c, on);
        }
    }

    private static void resolve(CaseCommand.ResolveFault c, CaseDecision on) {
        ResolutionOutcome outcome = c.outcome() == null ? ResolutionOutcome.FIXED : c.outcome();
        if (!outcome.solved() && (c.solvedBy() != null || c.solver() != null)) {
            throw new Rejected("outcome-does-not-fit", "With the outcome " + outcome + " nobody solved the fault.");
        }
        Hands hands = on.file().hands();
        Holder solvedBy = c.solvedBy() == null ? holder(hands) : c.solvedBy();
        on.record(new CaseEvent.Resolved(
                on.at(),
                on.ref(),
                on.file().escalations().highest(),
                outcome,
                outcome.solved() ? solvedBy : null,
                outcome.solved() ? solver(c, solvedBy, hands) : null,
                text(c.summary())));
    }

    private static Holder holder(Hands hands) {
        return hands.holder() == null ? Holder.ENGINEER : hands.holder();
    }

    /** Returns who solved it: as stated, else the engineer or the vendor who has the case; of the others whoever enters it. */
    private static String solver(CaseCommand.ResolveFault c, Holder solvedBy, Hands hands) {
        if (c.solver() != null) {
            return c.solver();
        }
        if (solvedBy == Holder.VENDOR && hands.vendor() != null) {
            return hands.vendor().name();
        }
        String engineer = hands.last();
        return solvedBy == Holder.ENGINEER && engineer != null && !hands.knows(c.by()) ? engineer : c.by();
    }

    static void check(CaseState.Known state, CaseEvent.OnResolution event) {
        switch (event) {
            case CaseEvent.Resolved e -> Case.open(state);
            case CaseEvent.CaseReopened e -> {
                if (state instanceof CaseState.Resolved resolved
                        && !reopened(resolved, e.reason(), e.at()).equals(e)) {
                    throw new Rejected("reopened-otherwise", "It was reopened as solved by somebody else.");
                }
            }
            case CaseEvent.ClearanceNoted e -> {}
        }
    }

    static CaseState.Known apply(CaseState.Known state, CaseEvent.OnResolution event, Fact<CaseEvent> fact) {
        CaseFile file = state.file();
        return switch (event) {
            case CaseEvent.Resolved e ->
                new CaseState.Resolved(
                        file.with(file.suspensions().after(fact)),
                        new Solution(e.tier(), e.outcome(), e.solvedBy(), e.solver()));
            case CaseEvent.CaseReopened e ->
                new CaseState.Open(
                        file.inCycle(e.ref().cycle()).with(file.hands().again(e.holder(), e.engineer())));
            case CaseEvent.ClearanceNoted e -> new CaseState.Cleared(state);
        };
    }

    /** Returns how a resolved case opens again: it goes back to who solved it, else to who had it last. */
    static CaseEvent.CaseReopened reopened(CaseState.Resolved resolved, @Nullable String reason, Instant at) {
        CaseFile file = resolved.file();
        Solution solution = resolved.solution();
        Hands hands = file.hands();
        Holder holder = solution.solvedBy() != null ? solution.solvedBy() : holder(hands);
        boolean engineers = holder == Holder.ENGINEER;
        return new CaseEvent.CaseReopened(
                at,
                file.ref().inCycle(file.ref().cycle() + 1),
                reason,
                holder,
                engineers ? solution.solver() == null ? hands.last() : solution.solver() : null);
    }
}
