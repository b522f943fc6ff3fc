package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the first line does with a case: registration, pre-processing by the manual, dispatch. */
final class FirstLine {
    private FirstLine() {}

    static void register(CaseCommand.RegisterCase c, CaseState state, Decision<CaseEvent> decision) {
        if (!(state instanceof CaseState.New)) {
            throw new Rejected("case-already-registered", "This case is registered already.");
        }
        List<String> missing = c.registration().missing();
        if (!missing.isEmpty()) {
            throw new Rejected("report-incomplete", "Needed for this type of case: " + String.join(", ", missing));
        }
        Instant at = c.occurredAt() == null ? decision.now() : c.occurredAt();
        var registered = new CaseEvent.CaseRegistered(
                at, new CaseRef(c.caseId(), c.caseNumber(), c.registration().site(), 1), c.owner(), c.registration());
        UUID id = decision.record(registered);
        if (c.registration().type().clocked()) {
            CaseFile file = CaseFile.of(registered);
            Phases.clocks(file, decision).start(CaseClock.PREPROCESS, Phases.scope(file), at, id);
        }
    }

    static void conclude(CaseCommand.ConcludePreprocessing c, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.ToDispatch || state instanceof CaseState.Dispatched) {
            throw new Rejected("already-preprocessed", "The pre-processing of this case has been concluded already.");
        }
        CaseFile file = Phases.unsolved(state);
        Instant at = Phases.when(c.occurredAt(), file, decision);
        ClockRecorder<CaseEvent> clocks = Phases.clocks(file, decision);
        UUID concluded = clocks.record(
                new CaseEvent.PreprocessingConcluded(at, file.ref(), c.outcome(), c.steps(), c.articleIds(), c.note()));
        switch (c.outcome()) {
            case SOLVED -> decision.record(new CaseEvent.Resolved(at, file.ref(), summary(c)), concluded);
            case DISPATCH, VENDOR -> {
                if (file.registered().registration().type().clocked()) {
                    clocks.start(CaseClock.DISPATCH, Phases.scope(file), at, concluded);
                }
            }
        }
    }

    /** The fault may pass on to another engineer (转派); giving it to the same one again in the same cycle is refused. */
    static void dispatch(CaseCommand.DispatchFault c, CaseState state, Decision<CaseEvent> decision) {
        CaseFile file = Phases.concluded(state, Outcome.DISPATCH);
        var engineer = new CaseFile.Assignment.Engineer(c.project(), c.engineer());
        if (!file.assignments().isEmpty() && file.assignments().getLast().equals(engineer)) {
            throw new Rejected("already-dispatched", "This engineer has the case already.");
        }
        Instant at = Phases.when(c.occurredAt(), file, decision);
        Phases.clocks(file, decision)
                .record(new CaseEvent.FaultDispatched(at, file.ref(), given(file), c.project(), c.engineer()));
    }

    static void order(CaseCommand.PlaceVendorOrder c, CaseState state, Decision<CaseEvent> decision) {
        CaseFile file = Phases.concluded(state, Outcome.VENDOR);
        if (file.assignments().contains(new CaseFile.Assignment.Vendor(c.vendor(), c.reference()))) {
            throw new Rejected("already-ordered", "This order has been placed with this vendor already.");
        }
        Instant at = Phases.when(c.occurredAt(), file, decision);
        Phases.clocks(file, decision)
                .record(new CaseEvent.VendorOrderPlaced(at, file.ref(), given(file), c.vendor(), c.reference()));
    }

    static void changeOwner(CaseCommand.ChangeOwner c, CaseFile file, Decision<CaseEvent> decision) {
        if (file.owner().equals(c.owner())) {
            throw new Rejected("owner-unchanged", "This person owns the case already.");
        }
        Instant at = Phases.when(c.occurredAt(), file, decision);
        decision.record(new CaseEvent.OwnerChanged(at, file.ref(), file.owner(), c.owner(), c.reason()));
    }

    /** What goes along when a case is given to others. */
    private static CaseEvent.Handover given(CaseFile file) {
        CaseEvent.PreprocessingConcluded conclusion = file.conclusion();
        Registration registration = file.registered().registration();
        return conclusion == null
                ? new CaseEvent.Handover(file.owner(), registration, List.of(), null)
                : new CaseEvent.Handover(file.owner(), registration, conclusion.steps(), conclusion.note());
    }

    private static String summary(CaseCommand.ConcludePreprocessing c) {
        return c.note() == null ? String.join("; ", c.steps()) : c.note();
    }
}
