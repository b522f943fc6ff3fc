package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockRule;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.History;
import io.minutebook.kernel.HistoryDecider;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case from its dispatch to an engineer or a vendor until it is solved and cleared. */
public final class Case extends HistoryDecider<CaseCommand, CaseState, CaseEvent> {
    @Override
    public void decide(CaseCommand command, History<CaseState, CaseEvent> history, Decision<CaseEvent> decision) {
        FactRecorder<CaseState, CaseEvent> facts = new FactRecorder<>(this, history, decision);
        switch (command) {
            case CaseCommand.ClockDue due -> facts.fire(due.clock(), due.round());
            case CaseCommand.Notice notice -> CaseNotices.decide(notice, facts);
            case CaseCommand.Action action -> {
                decide(action, CaseDecision.of(action, this, facts));
                facts.settle(action.stated().evidence());
            }
        }
    }

    private static void decide(CaseCommand.Action action, CaseDecision on) {
        switch (action) {
            case CaseCommand.OnDispatch c -> Dispatching.decide(c, on);
            case CaseCommand.OnPlan c -> Plans.decide(c, on);
            case CaseCommand.OnEscalation c -> Escalations.decide(c, on);
            case CaseCommand.OnSuspension c -> Suspensions.decide(c, on);
            case CaseCommand.OnResolution c -> Resolution.decide(c, on);
        }
    }

    @Override
    protected CaseState unknown() {
        return new CaseState.Unknown();
    }

    @Override
    protected CaseState apply(CaseState state, Fact<CaseEvent> fact) {
        return switch (state) {
            case CaseState.Unknown unknown ->
                fact.event() instanceof CaseEvent.PassedOn e
                        ? Dispatching.apply(new CaseState.Open(CaseFile.opened(e.ref(), e.scope())), e)
                        : unknown;
            case CaseState.Cleared cleared -> cleared;
            case CaseState.Open open -> apply(open, fact);
            case CaseState.Resolved resolved -> apply(resolved, fact);
        };
    }

    private static CaseState.Known apply(CaseState.Known state, Fact<CaseEvent> fact) {
        CaseFile file = state.file();
        return switch (fact.event()) {
            case CaseEvent.OnDispatch e -> Dispatching.apply(state, e);
            case CaseEvent.OnPlan e -> state.with(file.withPlan());
            case CaseEvent.OnEscalation e -> state.with(Escalations.apply(file, e));
            case CaseEvent.OnSuspension e ->
                state.with(file.with(file.suspensions().after(fact)));
            case CaseEvent.OnResolution e -> Resolution.apply(state, e, fact);
            case CaseEvent.OnClock e -> state;
        };
    }

    @Override
    protected void check(CaseState state, CaseEvent event) {
        switch (event) {
            case CaseEvent.PassedOn e -> {}
            case CaseEvent.OnDispatch e -> Dispatching.check(known(state), e);
            case CaseEvent.OnPlan e -> Plans.check(known(state), e);
            case CaseEvent.OnEscalation e -> Escalations.check(known(state), e);
            case CaseEvent.OnSuspension e -> Suspensions.check(known(state), e);
            case CaseEvent.ClearanceNoted e -> {}
            case CaseEvent.OnResolution e -> Resolution.check(known(state), e);
            case CaseEvent.OnClock e -> {}
        }
    }

    /** Nothing rests on word of how the work goes, of which there may be any number. */
    @Override
    protected boolean isFact(CaseEvent event) {
        return !(event instanceof CaseEvent.ProgressReported);
    }

    @Override
    protected List<ClockRule<CaseEvent>> clocks() {
        return List.of(CaseClock.values());
    }

    @Override
    protected @Nullable PolicyScope scope(CaseState state) {
        return state instanceof CaseState.Known known ? known.file().scope() : null;
    }

    @Override
    protected CaseEvent onClock(ClockEvent event) {
        return new CaseEvent.OnClock(event);
    }

    /** @throws Rejected for a case that was not passed on yet, or that is over */
    static CaseState.Known known(CaseState state) {
        return switch (state) {
            case CaseState.Unknown unknown ->
                throw Rejected.notYet(
                        "case-not-known-yet", "The case was not passed on yet, or the news of it has not arrived.");
            case CaseState.Cleared cleared ->
                throw new Rejected("case-cleared", "The fault is cleared; the case is over.");
            case CaseState.Open open -> open;
            case CaseState.Resolved resolved -> resolved;
        };
    }

    /** @throws Rejected where the fault is resolved */
    static CaseFile open(CaseState.Known state) {
        if (state instanceof CaseState.Open open) {
            return open.file();
        }
        throw new Rejected("case-resolved", "The fault is resolved; only a denied restoration opens the case again.");
    }

    /** @throws Rejected where the vendor has the case, or the fault is resolved */
    static CaseFile notAtVendor(CaseState.Known state) {
        CaseFile file = open(state);
        if (file.hands().atVendor()) {
            throw new Rejected("case-at-vendor", "The case is with the vendor; none of ours has it.");
        }
        return file;
    }
}
