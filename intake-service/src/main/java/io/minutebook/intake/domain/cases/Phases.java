package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.Stated;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.Optional;

/** Which phase a step asks for, when it happened, and the refusals where the case is in another. */
final class Phases {
    private Phases() {}

    /** Where the case had gone when others had it. */
    static Outcome outcome(CaseState state) {
        return switch (state) {
            case CaseState.ToDispatch s -> s.outcome();
            case CaseState.Dispatched s -> s.outcome();
            case CaseState.Solved s -> s.outcome();
            case CaseState.New s -> Outcome.DISPATCH;
            case CaseState.Registered s -> Outcome.DISPATCH;
            case CaseState.Closed s -> Outcome.DISPATCH;
            case CaseState.Imported s -> Outcome.DISPATCH;
        };
    }

    /** A case of ours, in any phase. */
    static CaseFile ours(CaseState state) {
        if (state instanceof CaseState.Imported) {
            throw new Rejected("case-imported", "This case is another system's history and takes no further steps.");
        }
        return state.known().orElseThrow(() -> new Rejected("case-not-found", "There is no such case."));
    }

    static CaseFile open(CaseState state) {
        CaseFile file = ours(state);
        if (state instanceof CaseState.Closed) {
            throw new Rejected("case-closed", "This case has been cleared with the customer.");
        }
        return file;
    }

    static CaseFile unsolved(CaseState state) {
        CaseFile file = open(state);
        if (state instanceof CaseState.Solved) {
            throw new Rejected("case-resolved", "This case is resolved.");
        }
        return file;
    }

    /** What is entered as it happens comes after all that is recorded, even where another machine's clock ran ahead of ours. */
    static Instant when(Stated stated, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = ours(facts.history().phase());
        Instant begun = stated.occurredAt() == null
                ? facts.history().facts().getLast().at()
                : file.registered().at();
        return StepTime.of(stated.occurredAt(), begun, facts.decision());
    }

    /** Returns the next event of a kind after a time. */
    static Optional<Fact<CaseEvent>> next(
            Class<? extends CaseEvent> kind, Instant at, FactRecorder<CaseState, CaseEvent> facts) {
        return facts.history().facts().stream()
                .filter(fact -> kind.isInstance(fact.event()) && fact.at().isAfter(at))
                .findFirst();
    }
}
