package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import java.util.function.UnaryOperator;

/** A case from its dispatch to an engineer or a vendor until it is solved and cleared. */
public final class Case implements Decider<CaseCommand, CaseState, CaseEvent> {
    @Override
    public CaseState initial() {
        return new CaseState.Unknown();
    }

    @Override
    public void decide(CaseCommand command, CaseState state, Decision<CaseEvent> decision) {
        switch (command) {
            case CaseCommand.ClockDue due -> fire(due, state, decision);
            case CaseCommand.Notice notice -> CaseNotices.decide(notice, state, decision);
            case CaseCommand.Action action -> decide(action, CaseDecision.of(action, state, decision));
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
    public CaseState evolve(CaseState state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.OnDispatch e -> Dispatching.evolve(state, e);
            case CaseEvent.OnResolution e -> Resolution.evolve(known(state), e);
            case CaseEvent.OnPlan e ->
                with(known(state), file -> file.with(file.plans().evolve(e)));
            case CaseEvent.OnEscalation e ->
                with(known(state), file -> file.with(file.escalations().evolve(e)));
            case CaseEvent.OnSuspension e ->
                with(known(state), file -> file.with(file.suspensions().evolve(e)));
            case CaseEvent.OnClock e -> with(known(state), file -> ticked(file, e.clock()));
        };
    }

    private static CaseState with(CaseState.Known known, UnaryOperator<CaseFile> change) {
        return known.with(change.apply(known.file()));
    }

    static ClockRecorder<CaseEvent> clocks(CaseFile file, Decision<CaseEvent> decision) {
        return new ClockRecorder<>(file.clocks(), decision, CaseEvent.OnClock::new);
    }

    private static void fire(CaseCommand.ClockDue due, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Known known) {
            clocks(known.file(), decision).fire(due.clock(), due.round());
        }
    }

    private static CaseFile ticked(CaseFile file, ClockEvent clock) {
        CaseFile next = file.with(file.clocks().evolve(clock));
        return clock instanceof ClockEvent.ClockStarted && clock.clock().equals(CaseClock.PLAN.id())
                ? next.with(next.plans().clockStarted())
                : next;
    }

    private static CaseState.Known known(CaseState state) {
        return phase(CaseState.Known.class, state);
    }

    static <P extends CaseState> P phase(Class<P> wanted, CaseState state) {
        if (!wanted.isInstance(state)) {
            throw new IllegalStateException("the record is broken: an event for " + wanted.getSimpleName()
                    + " follows on " + state.getClass().getSimpleName());
        }
        return wanted.cast(state);
    }
}
