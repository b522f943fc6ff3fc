package io.minutebook.intake.domain;

import io.minutebook.kernel.ClockDesk;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of a case in intake: registration, pre-processing, dispatch, and back again where the customer says it does not work. */
public final class Case implements Decider<CaseCommand, CaseState, CaseEvent> {
    static final String PREPROCESS = "preprocess";
    static final String DISPATCH = "dispatch";

    @Override
    public CaseState initial() {
        return new CaseState.New();
    }

    @Override
    public void decide(CaseCommand command, CaseState state, Decision<CaseEvent> decision) {
        switch (command) {
            case CaseCommand.RegisterCase c -> register(c, state, decision);
            case CaseCommand.ConcludePreprocessing c -> conclude(c, state, decision);
            case CaseCommand.DispatchFault c -> dispatch(c, state, decision);
            case CaseCommand.PlaceVendorOrder c -> order(c, state, decision);
            case CaseCommand.MakePromise c -> Promises.make(c, open(state), decision);
            case CaseCommand.PromiseCallback c -> callback(c, state, decision);
            case CaseCommand.KeepPromise c -> Promises.keep(c, ours(state), decision);
            case CaseCommand.ChangeOwner c -> changeOwner(c, open(state), decision);
            case CaseCommand.NoteResolved c -> noteResolved(c, state, decision);
            case CaseCommand.Reopen c -> reopen(c, state, decision);
            case CaseCommand.NoteCleared c -> noteCleared(c, state, decision);
            case CaseCommand.ImportHistory c -> importHistory(c, state, decision);
            case CaseCommand.ClockDue c -> state.known().ifPresent(file -> clockDue(c, file, decision));
        }
    }

    private static void register(CaseCommand.RegisterCase c, CaseState state, Decision<CaseEvent> decision) {
        if (!(state instanceof CaseState.New)) {
            throw new Rejected("case-already-registered", "This case is registered already.");
        }
        List<String> missing = c.report().missing();
        if (!missing.isEmpty()) {
            throw new Rejected("report-incomplete", "Needed for this type of case: " + String.join(", ", missing));
        }
        Instant at = c.occurredAt() == null ? decision.now() : c.occurredAt();
        var registered = new CaseEvent.CaseRegistered(at, c.caseNumber(), c.owner(), c.report());
        UUID id = decision.record(registered);
        if (c.report().type().clocked()) {
            CaseFile file = CaseFile.of(registered);
            desk(file, decision).start(PREPROCESS, scope(file), at, id);
        }
    }

    private static void conclude(CaseCommand.ConcludePreprocessing c, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.ToDispatch || state instanceof CaseState.Dispatched) {
            throw new Rejected("already-preprocessed", "The pre-processing of this case has been concluded already.");
        }
        CaseFile file = unsolved(state);
        Instant at = when(c.occurredAt(), file, decision);
        UUID concluded = decision.record(
                new CaseEvent.PreprocessingConcluded(at, c.outcome(), c.steps(), c.articleIds(), c.note()));
        ClockDesk<CaseEvent> desk = desk(file, decision);
        desk.stop(PREPROCESS, at, concluded);
        switch (c.outcome()) {
            case SOLVED -> decision.record(new CaseEvent.Resolved(at, summary(c)), concluded);
            case DISPATCH, VENDOR -> {
                if (file.registered().report().type().clocked()) {
                    desk.start(DISPATCH, scope(file), at, concluded);
                }
            }
        }
    }

    /** The fault may pass on to another engineer (转派); giving it to the same one again in the same cycle is refused. */
    private static void dispatch(CaseCommand.DispatchFault c, CaseState state, Decision<CaseEvent> decision) {
        CaseFile file = concluded(state, Outcome.DISPATCH);
        var engineer = new CaseFile.Assignment.Engineer(c.project(), c.engineer());
        if (!file.assignments().isEmpty() && file.assignments().getLast().equals(engineer)) {
            throw new Rejected("already-dispatched", "This engineer has the case already.");
        }
        Instant at = when(c.occurredAt(), file, decision);
        UUID dispatched = decision.record(new CaseEvent.FaultDispatched(at, c.project(), c.engineer()));
        desk(file, decision).stop(DISPATCH, at, dispatched);
    }

    private static void order(CaseCommand.PlaceVendorOrder c, CaseState state, Decision<CaseEvent> decision) {
        CaseFile file = concluded(state, Outcome.VENDOR);
        if (file.assignments().contains(new CaseFile.Assignment.Vendor(c.vendor(), c.reference()))) {
            throw new Rejected("already-ordered", "This order has been placed with this vendor already.");
        }
        Instant at = when(c.occurredAt(), file, decision);
        UUID placed = decision.record(new CaseEvent.VendorOrderPlaced(at, c.vendor(), c.reference()));
        desk(file, decision).stop(DISPATCH, at, placed);
    }

    private static void callback(CaseCommand.PromiseCallback c, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Closed) {
            return;
        }
        state.known()
                .filter(file -> !file.promises().containsKey(c.promiseId()))
                .ifPresent(file -> Promises.make(file, decision, c.promiseId(), c.text(), c.at(), c.dueAt()));
    }

    private static void changeOwner(CaseCommand.ChangeOwner c, CaseFile file, Decision<CaseEvent> decision) {
        if (file.owner().equals(c.owner())) {
            throw new Rejected("owner-unchanged", "This person owns the case already.");
        }
        Instant at = when(c.occurredAt(), file, decision);
        decision.record(new CaseEvent.OwnerChanged(at, file.owner(), c.owner(), c.reason()));
    }

    /** Heard from escalation: only a case that is out can come back solved, and not by a resolution that the customer has denied since. */
    private static void noteResolved(CaseCommand.NoteResolved c, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Dispatched(CaseFile file, Outcome _)
                && (file.cycle() == 1 || c.at().isAfter(file.begunAt()))) {
            decision.record(new CaseEvent.ResolvedElsewhere(c.at(), c.tier()));
        }
    }

    /**
     * Heard from followup. What the first line had solved goes back to its pre-processing, with a new round of that clock; what others had
     * solved they reopen themselves, and here it only may be dispatched again.
     */
    private static void reopen(CaseCommand.Reopen c, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Solved(CaseFile file, Outcome outcome) -> {
                boolean byFirstLine = outcome == Outcome.SOLVED;
                UUID reopened = decision.record(
                        new CaseEvent.CaseReopened(c.at(), file.cycle() + 1, byFirstLine, c.reason()));
                if (byFirstLine && file.registered().report().type().clocked()) {
                    desk(file, decision).start(PREPROCESS, scope(file), c.at(), reopened);
                }
            }
            case CaseState.Dispatched(CaseFile file, Outcome _) ->
                decision.record(new CaseEvent.CaseReopened(c.at(), file.cycle() + 1, false, c.reason()));
            case CaseState.New _,
                    CaseState.Registered _,
                    CaseState.ToDispatch _,
                    CaseState.Closed _,
                    CaseState.Imported _ -> {}
        }
    }

    private static void noteCleared(CaseCommand.NoteCleared c, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Solved || state instanceof CaseState.Dispatched) {
            decision.record(new CaseEvent.CaseClosed(c.at()));
        }
    }

    private static void importHistory(CaseCommand.ImportHistory c, CaseState state, Decision<CaseEvent> decision) {
        Set<String> known =
                switch (state) {
                    case CaseState.New _ -> Set.of();
                    case CaseState.Imported imported -> imported.rows();
                    case CaseState.Registered _,
                            CaseState.ToDispatch _,
                            CaseState.Dispatched _,
                            CaseState.Solved _,
                            CaseState.Closed _ ->
                        throw new Rejected("case-not-imported", "This case is ours and takes no imported history.");
                };
        c.rows().stream()
                .filter(row -> !known.contains(row.identity()))
                .forEach(row ->
                        decision.record(new CaseEvent.HistoryImported(c.caseNumber(), c.source(), c.caseKey(), row)));
    }

    private static void clockDue(CaseCommand.ClockDue c, CaseFile file, Decision<CaseEvent> decision) {
        ClockDesk<CaseEvent> desk = desk(file, decision);
        desk.fire(c.clock(), c.round());
        if (c.clock().equals(Promises.CLOCK)) {
            Promises.broken(c.round(), file, desk.clocks(), decision);
        }
    }

    @Override
    public CaseState evolve(CaseState state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseRegistered e -> new CaseState.Registered(CaseFile.of(e));
            case CaseEvent.HistoryImported e -> imported(state, e);
            case CaseEvent.PreprocessingConcluded e ->
                switch (e.outcome()) {
                    case SOLVED -> new CaseState.Solved(file(state), Outcome.SOLVED);
                    case DISPATCH, VENDOR -> new CaseState.ToDispatch(file(state), e.outcome());
                };
            case CaseEvent.FaultDispatched e ->
                new CaseState.Dispatched(
                        file(state).given(new CaseFile.Assignment.Engineer(e.project(), e.engineer())),
                        Outcome.DISPATCH);
            case CaseEvent.VendorOrderPlaced e ->
                new CaseState.Dispatched(
                        file(state).given(new CaseFile.Assignment.Vendor(e.vendor(), e.reference())), Outcome.VENDOR);
            case CaseEvent.Resolved _ -> new CaseState.Solved(file(state), Outcome.SOLVED);
            case CaseEvent.ResolvedElsewhere _ -> new CaseState.Solved(file(state), outcome(state));
            case CaseEvent.CaseReopened e -> reopened(state, e);
            case CaseEvent.CaseClosed _ -> new CaseState.Closed(file(state));
            case CaseEvent.PromiseMade e -> state.with(Promises.evolve(file(state), e));
            case CaseEvent.PromiseKept e -> state.with(Promises.evolve(file(state), e));
            case CaseEvent.PromiseBroken e -> state.with(Promises.evolve(file(state), e));
            case CaseEvent.OwnerChanged e -> state.with(file(state).owner(e.to()));
            case CaseEvent.OnClock e ->
                state.with(file(state).clocks(file(state).clocks().evolve(e.clock())));
        };
    }

    private static CaseState imported(CaseState state, CaseEvent.HistoryImported e) {
        CaseState.Imported so =
                state instanceof CaseState.Imported imported
                        ? imported
                        : new CaseState.Imported(
                                e.caseNumber(), e.source(), e.caseKey(), e.row().site(), Set.of());
        return so.with(e.row().identity());
    }

    private static CaseState reopened(CaseState state, CaseEvent.CaseReopened e) {
        CaseFile file = file(state).reopened(e.cycle(), e.at());
        return e.toFirstLine() ? new CaseState.Registered(file) : new CaseState.Dispatched(file, outcome(state));
    }

    /** Where the case had gone when others had it. */
    private static Outcome outcome(CaseState state) {
        return switch (state) {
            case CaseState.ToDispatch(CaseFile _, Outcome outcome) -> outcome;
            case CaseState.Dispatched(CaseFile _, Outcome outcome) -> outcome;
            case CaseState.Solved(CaseFile _, Outcome outcome) -> outcome;
            case CaseState.New _, CaseState.Registered _, CaseState.Closed _, CaseState.Imported _ -> Outcome.DISPATCH;
        };
    }

    private static CaseFile file(CaseState state) {
        return state.known().orElseThrow(() -> new IllegalStateException("no case is registered"));
    }

    /** A case of ours, in any phase. */
    private static CaseFile ours(CaseState state) {
        if (state instanceof CaseState.Imported) {
            throw new Rejected("case-imported", "This case is another system's history and takes no further steps.");
        }
        return state.known().orElseThrow(() -> new Rejected("case-not-found", "There is no such case."));
    }

    private static CaseFile open(CaseState state) {
        CaseFile file = ours(state);
        if (state instanceof CaseState.Closed) {
            throw new Rejected("case-closed", "This case has been cleared with the customer.");
        }
        return file;
    }

    private static CaseFile unsolved(CaseState state) {
        CaseFile file = open(state);
        if (state instanceof CaseState.Solved) {
            throw new Rejected("case-resolved", "This case is resolved.");
        }
        return file;
    }

    /** A case whose pre-processing came to this outcome. */
    private static CaseFile concluded(CaseState state, Outcome wanted) {
        CaseFile file = unsolved(state);
        if (state instanceof CaseState.Registered) {
            throw new Rejected("preprocessing-not-concluded", "Pre-processing comes before dispatch.");
        }
        if (outcome(state) != wanted) {
            throw new Rejected("outcome-does-not-fit", "Pre-processing came to another outcome than " + wanted + ".");
        }
        return file;
    }

    private static String summary(CaseCommand.ConcludePreprocessing c) {
        return c.note() == null ? String.join("; ", c.steps()) : c.note();
    }

    private static Instant when(@Nullable Instant stated, CaseFile file, Decision<CaseEvent> decision) {
        return Stated.at(stated, file.begunAt(), decision);
    }

    static ClockDesk<CaseEvent> desk(CaseFile file, Decision<CaseEvent> decision) {
        return new ClockDesk<>(file.clocks(), decision, CaseEvent.OnClock::new);
    }

    private static Scope scope(CaseFile file) {
        Report report = file.registered().report();
        return new Scope(report.site(), report.channel().name(), report.priority().name());
    }
}
