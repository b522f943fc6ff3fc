package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which phase a step asks for, and the refusals where the case is in another. */
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

    /** A case whose pre-processing came to this outcome. */
    static CaseFile concluded(CaseState state, Outcome wanted) {
        CaseFile file = unsolved(state);
        if (state instanceof CaseState.Registered) {
            throw new Rejected("preprocessing-not-concluded", "Pre-processing comes before dispatch.");
        }
        if (outcome(state) != wanted) {
            throw new Rejected("outcome-does-not-fit", "Pre-processing came to another outcome than " + wanted + ".");
        }
        return file;
    }

    static Instant when(@Nullable Instant stated, CaseFile file, Decision<CaseEvent> decision) {
        return StepTime.of(stated, file.begunAt(), decision);
    }

    static ClockRecorder<CaseEvent> clocks(CaseFile file, Decision<CaseEvent> decision) {
        return new ClockRecorder<>(file.clocks(), decision, CaseEvent.OnClock::new);
    }

    static PolicyScope scope(CaseFile file) {
        Registration registration = file.registered().registration();
        return new PolicyScope(
                registration.site(),
                registration.channel().word(),
                registration.priority().word());
    }
}
