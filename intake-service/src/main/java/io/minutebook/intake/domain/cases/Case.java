package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import java.util.Set;

/** The rules of a case in intake: registration, pre-processing, dispatch, and back again where the customer says it does not work. */
public final class Case implements Decider<CaseCommand, CaseState, CaseEvent> {
    @Override
    public CaseState initial() {
        return new CaseState.New();
    }

    @Override
    public void decide(CaseCommand command, CaseState state, Decision<CaseEvent> decision) {
        switch (command) {
            case CaseCommand.RegisterCase c -> FirstLine.register(c, state, decision);
            case CaseCommand.ConcludePreprocessing c -> FirstLine.conclude(c, state, decision);
            case CaseCommand.DispatchFault c -> FirstLine.dispatch(c, state, decision);
            case CaseCommand.PlaceVendorOrder c -> FirstLine.order(c, state, decision);
            case CaseCommand.MakePromise c -> Promises.make(c, Phases.open(state), decision);
            case CaseCommand.PromiseCallback c -> CaseNotices.callback(c, state, decision);
            case CaseCommand.KeepPromise c -> Promises.keep(c, Phases.ours(state), decision);
            case CaseCommand.ChangeOwner c -> FirstLine.changeOwner(c, Phases.open(state), decision);
            case CaseCommand.NoteResolved c -> CaseNotices.noteResolved(c, state, decision);
            case CaseCommand.Reopen c -> CaseNotices.reopen(c, state, decision);
            case CaseCommand.NoteCleared c -> CaseNotices.noteCleared(c, state, decision);
            case CaseCommand.ImportHistory c -> CaseNotices.importHistory(c, state, decision);
            case CaseCommand.ClockDue c -> state.known().ifPresent(file -> clockDue(c, file, decision));
        }
    }

    private static void clockDue(CaseCommand.ClockDue c, CaseFile file, Decision<CaseEvent> decision) {
        ClockRecorder<CaseEvent> clocks = Phases.clocks(file, decision);
        clocks.fire(c.clock(), c.round());
        if (c.clock().equals(CaseClock.PROMISE.id())) {
            Promises.broken(c.round(), file, clocks.clocks(), decision);
        }
    }

    @Override
    public CaseState evolve(CaseState state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseRegistered e -> new CaseState.Registered(CaseFile.of(e));
            case CaseEvent.HistoryImported e -> imported(state, e);
            case CaseEvent.PreprocessingConcluded e ->
                switch (e.outcome()) {
                    case SOLVED -> new CaseState.Solved(file(state).concluded(e), Outcome.SOLVED);
                    case DISPATCH, VENDOR ->
                        new CaseState.ToDispatch(file(state).concluded(e), e.outcome());
                };
            case CaseEvent.FaultDispatched e ->
                new CaseState.Dispatched(
                        file(state).given(new CaseFile.Assignment.Engineer(e.project(), e.engineer())),
                        Outcome.DISPATCH);
            case CaseEvent.VendorOrderPlaced e ->
                new CaseState.Dispatched(
                        file(state).given(new CaseFile.Assignment.Vendor(e.vendor(), e.reference())), Outcome.VENDOR);
            case CaseEvent.Resolved e -> new CaseState.Solved(file(state), Outcome.SOLVED);
            case CaseEvent.ResolvedElsewhere e -> new CaseState.Solved(file(state), Phases.outcome(state));
            case CaseEvent.CaseReopened e -> reopened(state, e);
            case CaseEvent.CaseClosed e -> new CaseState.Closed(file(state));
            case CaseEvent.PromiseMade e -> state.with(Promises.evolve(file(state), e));
            case CaseEvent.PromiseKept e -> state.with(Promises.evolve(file(state), e));
            case CaseEvent.PromiseBroken e -> state.with(Promises.evolve(file(state), e));
            case CaseEvent.OwnerChanged e -> state.with(file(state).owner(e.to()));
            case CaseEvent.OnClock e ->
                state.with(file(state).clocks(file(state).clocks().evolve(e.clock())));
        };
    }

    private static CaseState imported(CaseState state, CaseEvent.HistoryImported e) {
        CaseState.Imported so = state instanceof CaseState.Imported imported
                ? imported
                : new CaseState.Imported(
                        e.caseNumber(), e.source(), e.caseKey(), e.row().site(), Set.of());
        return so.with(e.row().identity());
    }

    private static CaseState reopened(CaseState state, CaseEvent.CaseReopened e) {
        CaseFile file = file(state).reopened(e.ref(), e.at());
        return e.toFirstLine() ? new CaseState.Registered(file) : new CaseState.Dispatched(file, Phases.outcome(state));
    }

    private static CaseFile file(CaseState state) {
        return state.known().orElseThrow(() -> new IllegalStateException("no case is registered"));
    }
}
