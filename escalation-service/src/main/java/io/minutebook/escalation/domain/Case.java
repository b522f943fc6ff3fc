package io.minutebook.escalation.domain;

import io.minutebook.kernel.ClockDesk;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Scope;

/** A case from its dispatch to an engineer or a vendor until it is solved and cleared. */
public final class Case {
    private Case() {}

    /** The rules as the shell takes them. */
    public static Decider<CaseCommand, CaseState, CaseEvent> decider() {
        return new Rules();
    }

    public static void decide(CaseCommand command, CaseState state, Decision<CaseEvent> decision) {
        switch (command) {
            case CaseCommand.ClockDue due -> fire(due, state, decision);
            case CaseCommand.News news -> CaseNews.decide(news, state, decision);
            case CaseCommand.Act act -> CaseWork.decide(act, state, decision);
        }
    }

    public static CaseState evolve(CaseState state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.DispatchReceived e ->
                new CaseState.Dispatched(
                        file(state, e.caseId(), e.caseNumber(), new Scope(e.site(), e.channel(), e.priority())),
                        e.project(),
                        e.engineer(),
                        false,
                        e.heardFrom());
            case CaseEvent.VendorOrderReceived e ->
                new CaseState.AtVendor(
                        file(state, e.caseId(), e.caseNumber(), new Scope(e.site(), e.channel(), e.priority())),
                        e.vendor(),
                        e.reference(),
                        e.heardFrom());
            case CaseEvent.CaseReopened e -> resolved(state).before().again(e.cycle());
            case CaseEvent.ClearanceNoted e ->
                new CaseState.Cleared(known(state).file().withSuspension(null));
            case CaseEvent.DispatchAcknowledged e -> dispatched(state).seen();
            case CaseEvent.EngineerReplied e -> state;
            case CaseEvent.ProgressReported e -> state;
            case CaseEvent.EscalatedToL2 e ->
                known(state).with(known(state).file().withEscalation(EscalationTier.L2));
            case CaseEvent.EscalatedToL3 e ->
                known(state).with(known(state).file().withEscalation(EscalationTier.L3));
            case CaseEvent.ExpertContacted e -> state;
            case CaseEvent.SolutionPlanned e ->
                known(state).with(known(state).file().withPlan());
            case CaseEvent.Resolved e -> {
                CaseState.Open open = open(state);
                yield new CaseState.Resolved(open.with(open.file().withSuspension(null)), e.tier(), e.at());
            }
            case CaseEvent.CaseSuspended e ->
                known(state).with(known(state).file().withSuspension(e.reason()));
            case CaseEvent.CaseResumed e ->
                known(state).with(known(state).file().withSuspension(null));
            case CaseEvent.OnClock e -> {
                CaseFile file = known(state).file();
                yield known(state).with(file.withClocks(file.clocks().evolve(e.clock())));
            }
        };
    }

    static ClockDesk<CaseEvent> desk(CaseFile file, Decision<CaseEvent> decision) {
        return new ClockDesk<>(file.clocks(), decision, CaseEvent.OnClock::new);
    }

    private static void fire(CaseCommand.ClockDue due, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Known known) {
            desk(known.file(), decision).fire(due.clock(), due.round());
        }
    }

    private static CaseFile file(CaseState state, String caseId, String caseNumber, Scope scope) {
        return state instanceof CaseState.Known known ? known.file() : CaseFile.opened(caseId, caseNumber, scope);
    }

    private static CaseState.Known known(CaseState state) {
        return phase(CaseState.Known.class, state);
    }

    private static CaseState.Open open(CaseState state) {
        return phase(CaseState.Open.class, state);
    }

    private static CaseState.Dispatched dispatched(CaseState state) {
        return phase(CaseState.Dispatched.class, state);
    }

    private static CaseState.Resolved resolved(CaseState state) {
        return phase(CaseState.Resolved.class, state);
    }

    private static <P extends CaseState> P phase(Class<P> wanted, CaseState state) {
        if (!wanted.isInstance(state)) {
            throw new IllegalStateException("the record is broken: an event for " + wanted.getSimpleName()
                    + " follows on " + state.getClass().getSimpleName());
        }
        return wanted.cast(state);
    }

    private record Rules() implements Decider<CaseCommand, CaseState, CaseEvent> {
        @Override
        public CaseState initial() {
            return new CaseState.Unknown();
        }

        @Override
        public void decide(CaseCommand command, CaseState state, Decision<CaseEvent> decision) {
            Case.decide(command, state, decision);
        }

        @Override
        public CaseState evolve(CaseState state, CaseEvent event) {
            return Case.evolve(state, event);
        }
    }
}
