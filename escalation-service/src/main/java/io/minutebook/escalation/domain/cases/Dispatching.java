package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.CaseDecision.text;

import io.minutebook.kernel.Rejected;

/** What the engineer who was dispatched does: acknowledges, replies, reports how it goes (004, 故障派发). */
final class Dispatching {
    private Dispatching() {}

    static void decide(CaseCommand.OnDispatch command, CaseDecision on) {
        switch (command) {
            case CaseCommand.AcknowledgeDispatch c -> acknowledge(on, on.dispatched());
            case CaseCommand.ReplyToDispatch c -> reply(c.reply(), on, on.dispatched());
            case CaseCommand.ReportProgress c -> {
                on.open();
                on.record(new CaseEvent.ProgressReported(on.at(), on.ref(), text(c.note())));
            }
        }
    }

    private static void acknowledge(CaseDecision on, CaseState.Dispatched dispatched) {
        if (dispatched.acknowledged()) {
            throw new Rejected("already-acknowledged", "The dispatch was acknowledged before.");
        }
        on.record(new CaseEvent.DispatchAcknowledged(on.at(), on.ref(), dispatched.project(), dispatched.engineer()));
    }

    private static void reply(Reply reply, CaseDecision on, CaseState.Dispatched dispatched) {
        switch (reply) {
            case Reply.WithPlan r -> {
                on.record(new CaseEvent.EngineerReplied(
                        on.at(), on.ref(), dispatched.engineer(), text(r.plan()), null, null));
                Plans.plan(r.plan(), on);
            }
            case Reply.WithoutPlan r ->
                on.record(new CaseEvent.EngineerReplied(
                        on.at(), on.ref(), dispatched.engineer(), null, text(r.difficulty()), text(r.nextSteps())));
        }
    }

    /** Who has the case, and whether they have acknowledged it, is the phase that it is in. */
    static CaseState evolve(CaseState state, CaseEvent.OnDispatch event) {
        return switch (event) {
            case CaseEvent.DispatchReceived e ->
                new CaseState.Dispatched(passedOn(state, e), e.project(), e.engineer(), false, e.heardFrom());
            case CaseEvent.VendorOrderReceived e ->
                new CaseState.AtVendor(passedOn(state, e), e.vendor(), e.reference(), e.heardFrom());
            case CaseEvent.DispatchAcknowledged e ->
                Case.phase(CaseState.Dispatched.class, state).seen();
            case CaseEvent.EngineerReplied e -> state;
            case CaseEvent.ProgressReported e -> state;
        };
    }

    private static CaseFile passedOn(CaseState state, CaseEvent.PassedOn e) {
        return state instanceof CaseState.Known known
                ? known.file().with(e.scope())
                : CaseFile.opened(e.ref(), e.scope(), e.at());
    }
}
