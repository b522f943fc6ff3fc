package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.PolicyScope;
import java.time.Instant;

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
            case CaseCommand.Action act -> CaseWork.decide(act, state, decision);
        }
    }

    @Override
    public CaseState evolve(CaseState state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.DispatchReceived e ->
                new CaseState.Dispatched(
                        passedOn(state, e.ref(), e.scope(), e.at()), e.project(), e.engineer(), false, e.heardFrom());
            case CaseEvent.VendorOrderReceived e ->
                new CaseState.AtVendor(
                        passedOn(state, e.ref(), e.scope(), e.at()), e.vendor(), e.reference(), e.heardFrom());
            case CaseEvent.CaseReopened e -> {
                CaseState.Open open = inHand(state);
                yield open.again(open.file().inCycle(e.ref().cycle(), e.at()));
            }
            case CaseEvent.ClearanceNoted e ->
                new CaseState.Cleared(known(state).with(known(state).file().suspended(null)));
            case CaseEvent.DispatchAcknowledged e ->
                phase(CaseState.Dispatched.class, state).seen();
            case CaseEvent.EngineerReplied e -> state;
            case CaseEvent.ProgressReported e -> state;
            case CaseEvent.EscalatedToL2 e ->
                known(state).with(known(state).file().escalated(EscalationTier.L2));
            case CaseEvent.EscalatedToL3 e ->
                known(state).with(known(state).file().escalated(EscalationTier.L3));
            case CaseEvent.ExpertContacted e -> state;
            case CaseEvent.SolutionPlanned e ->
                known(state).with(known(state).file().planned());
            case CaseEvent.Resolved e -> {
                CaseState.Open open = phase(CaseState.Open.class, state);
                yield new CaseState.Resolved(open.with(open.file().suspended(null)), e.tier(), e.at());
            }
            case CaseEvent.CaseSuspended e ->
                known(state).with(known(state).file().suspended(e.reason()));
            case CaseEvent.CaseResumed e ->
                known(state).with(known(state).file().suspended(null));
            case CaseEvent.OnClock e -> known(state).with(ticked(known(state).file(), e.clock()));
        };
    }

    static ClockRecorder<CaseEvent> clocks(CaseFile file, Decision<CaseEvent> decision) {
        return new ClockRecorder<>(file.clocks(), decision, CaseEvent.OnClock::new);
    }

    private static void fire(CaseCommand.ClockDue due, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Known known) {
            clocks(known.file(), decision).fire(due.clock(), due.round());
        }
    }

    private static CaseFile passedOn(CaseState state, CaseRef ref, PolicyScope scope, Instant at) {
        return state instanceof CaseState.Known known ? known.file().with(scope) : CaseFile.opened(ref, scope, at);
    }

    private static CaseFile ticked(CaseFile file, ClockEvent clock) {
        CaseFile next = file.with(file.clocks().evolve(clock));
        return clock instanceof ClockEvent.ClockStarted && clock.clock().equals(CaseClock.PLAN.id())
                ? next.planAsked()
                : next;
    }

    private static CaseState.Open inHand(CaseState state) {
        return state instanceof CaseState.Resolved resolved ? resolved.before() : phase(CaseState.Open.class, state);
    }

    private static CaseState.Known known(CaseState state) {
        return phase(CaseState.Known.class, state);
    }

    private static <P extends CaseState> P phase(Class<P> wanted, CaseState state) {
        if (!wanted.isInstance(state)) {
            throw new IllegalStateException("the record is broken: an event for " + wanted.getSimpleName()
                    + " follows on " + state.getClass().getSimpleName());
        }
        return wanted.cast(state);
    }
}
