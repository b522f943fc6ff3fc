package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.History;
import io.minutebook.kernel.HistoryDecider;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Rejected;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a case in intake: registration, pre-processing, dispatch, and back again where the customer says it does not work. */
public final class Case extends HistoryDecider<CaseCommand, CaseState, CaseEvent> {
    @Override
    public void decide(CaseCommand command, History<CaseState, CaseEvent> history, Decision<CaseEvent> decision) {
        FactRecorder<CaseState, CaseEvent> facts = new FactRecorder<>(this, history, decision);
        switch (command) {
            case CaseCommand.Step step -> {
                take(step, facts);
                facts.settle(step.stated().evidence());
            }
            case CaseCommand.Notice notice -> {
                CaseNotices.note(notice, facts);
                facts.settle(List.of(notice.heardFrom().toString()));
            }
            case CaseCommand.PromiseCallback c -> {
                Promises.callback(c, facts);
                facts.settle(List.of());
            }
            case CaseCommand.ImportHistory c -> CaseNotices.importHistory(c, facts);
            case CaseCommand.ClockDue due -> facts.fire(due.clock(), due.round());
        }
        Promises.broken(facts);
    }

    private static void take(CaseCommand.Step step, FactRecorder<CaseState, CaseEvent> facts) {
        switch (step) {
            case CaseCommand.RegisterCase c -> FirstLine.register(c, facts);
            case CaseCommand.ConcludePreprocessing c -> FirstLine.conclude(c, facts);
            case CaseCommand.DispatchFault c -> FirstLine.dispatch(c, facts);
            case CaseCommand.PlaceVendorOrder c -> FirstLine.order(c, facts);
            case CaseCommand.RecordVendorReply c -> FirstLine.reply(c, facts);
            case CaseCommand.MakePromise c -> Promises.make(c, facts);
            case CaseCommand.KeepPromise c -> Promises.keep(c, facts);
            case CaseCommand.ChangeOwner c -> FirstLine.changeOwner(c, facts);
        }
    }

    @Override
    protected void check(CaseState phase, CaseEvent event) {
        switch (event) {
            case CaseEvent.CaseRegistered e -> {
                if (!(phase instanceof CaseState.New)) {
                    throw new Rejected("case-already-registered", "This case is registered already.");
                }
            }
            case CaseEvent.PreprocessingConcluded e -> FirstLine.check(phase, e);
            case CaseEvent.FaultDispatched e -> FirstLine.check(phase, e);
            case CaseEvent.VendorOrderPlaced e -> FirstLine.check(phase, e);
            case CaseEvent.VendorReplied e -> Phases.unsolved(phase);
            case CaseEvent.OwnerChanged e -> FirstLine.check(phase, e);
            case CaseEvent.PromiseMade e -> Phases.open(phase);
            case CaseEvent.PromiseKept e -> Phases.ours(phase);
            case CaseEvent.PromiseBroken e -> {}
            case CaseEvent.Resolved e -> {}
            case CaseEvent.EscalatedElsewhere e -> {}
            case CaseEvent.ResolvedElsewhere e -> {}
            case CaseEvent.CaseReopened e -> {}
            case CaseEvent.CaseClosed e -> {}
            case CaseEvent.HistoryImported e -> {}
            case CaseEvent.OnClock e -> {}
        }
    }

    @Override
    protected CaseState unknown() {
        return new CaseState.New();
    }

    @Override
    protected CaseState apply(CaseState state, Fact<CaseEvent> fact) {
        CaseFile file = state.known().orElse(null);
        if (file == null) {
            return begun(state, fact.event());
        }
        return switch (fact.event()) {
            case CaseEvent.CaseRegistered e -> state;
            case CaseEvent.HistoryImported e -> state;
            case CaseEvent.PreprocessingConcluded e ->
                switch (e.outcome()) {
                    case SOLVED -> new CaseState.Solved(file.concluded(e), Outcome.SOLVED);
                    case DISPATCH, VENDOR -> new CaseState.ToDispatch(file.concluded(e), e.outcome());
                };
            case CaseEvent.FaultDispatched e ->
                new CaseState.Dispatched(
                        file.given(new CaseFile.Assignment.Engineer(e.project(), e.engineer()), e.mode()),
                        Outcome.DISPATCH);
            case CaseEvent.VendorOrderPlaced e ->
                new CaseState.Dispatched(
                        file.given(new CaseFile.Assignment.Vendor(e.orderId(), e.vendor(), e.reference()), e.mode()),
                        e.mode() == HandOver.BESIDE ? Phases.outcome(state) : Outcome.VENDOR);
            case CaseEvent.VendorReplied e -> state;
            case CaseEvent.Resolved e -> new CaseState.Solved(file, Outcome.SOLVED);
            case CaseEvent.EscalatedElsewhere e -> state;
            case CaseEvent.ResolvedElsewhere e -> CaseNotices.resolved(state, file, e);
            case CaseEvent.CaseReopened e -> CaseNotices.reopened(state, file, e);
            case CaseEvent.CaseClosed e -> new CaseState.Closed(file);
            case CaseEvent.PromiseMade e -> state.with(Promises.made(file, e));
            case CaseEvent.PromiseKept e -> state.with(Promises.kept(file, e));
            case CaseEvent.PromiseBroken e -> state;
            case CaseEvent.OwnerChanged e -> state.with(file.owner(e.to()));
            case CaseEvent.OnClock e -> state;
        };
    }

    private static CaseState begun(CaseState state, CaseEvent event) {
        if (event instanceof CaseEvent.CaseRegistered registered) {
            return new CaseState.Registered(CaseFile.of(registered));
        }
        if (event instanceof CaseEvent.HistoryImported e) {
            CaseState.Imported imported = state instanceof CaseState.Imported before
                    ? before
                    : new CaseState.Imported(
                            e.caseNumber(), e.source(), e.caseKey(), e.row().site(), Set.of());
            return imported.with(e.row().identity());
        }
        return state;
    }

    /** The rows of another system's record only count. */
    @Override
    protected boolean isFact(CaseEvent event) {
        return !(event instanceof CaseEvent.HistoryImported);
    }

    @Override
    protected List<CaseClock> clocks() {
        return List.of(CaseClock.values());
    }

    @Override
    protected @Nullable PolicyScope scope(CaseState phase) {
        return phase.known()
                .map(file -> file.registered().registration())
                .map(registration -> new PolicyScope(
                        registration.site(),
                        registration.channel().word(),
                        registration.priority().word()))
                .orElse(null);
    }

    @Override
    protected CaseEvent onClock(ClockEvent event) {
        return new CaseEvent.OnClock(event);
    }
}
