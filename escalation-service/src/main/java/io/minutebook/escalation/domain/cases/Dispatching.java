package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.CaseDecision.text;

import io.minutebook.kernel.Rejected;
import java.util.Optional;

/** What the engineers do to whom the fault was dispatched: acknowledge, reply, report how it goes, give it back (004, 故障派发). */
final class Dispatching {
    private Dispatching() {}

    static void decide(CaseCommand.OnDispatch command, CaseDecision on) {
        switch (command) {
            case CaseCommand.AcknowledgeDispatch c -> acknowledge(on.engineer(c.whose()), on);
            case CaseCommand.ReplyToDispatch c -> reply(c, on.engineer(c.whose()), on);
            case CaseCommand.ReportProgress c ->
                on.record(new CaseEvent.ProgressReported(on.at(), on.ref(), text(c.note())));
            case CaseCommand.ReturnWork c ->
                on.record(new CaseEvent.WorkReturned(
                        on.at(), on.ref(), on.engineer(c.whose()), c.finding(), text(c.reason())));
        }
    }

    private static void acknowledge(String name, CaseDecision on) {
        String project =
                on.file().hands().engineer(name).map(Hands.Engineer::project).orElse("");
        on.record(new CaseEvent.DispatchAcknowledged(on.at(), on.ref(), project, name));
    }

    private static void reply(CaseCommand.ReplyToDispatch c, String engineer, CaseDecision on) {
        Told told = c.told().checked();
        switch (c.reply()) {
            case Reply.WithPlan r -> Plans.reply(Plans.planned(r, engineer, told, on), engineer, on);
            case Reply.WithoutPlan r ->
                on.record(new CaseEvent.EngineerReplied(
                        on.at(),
                        on.ref(),
                        engineer,
                        told.to(),
                        told.contact(),
                        null,
                        null,
                        text(r.difficulty()),
                        text(r.nextSteps())));
        }
    }

    static void check(CaseState.Known state, CaseEvent.OnDispatch event) {
        switch (event) {
            case CaseEvent.PassedOn e -> {}
            case CaseEvent.DispatchAcknowledged e -> {
                if (having(state, e.engineer())
                        .orElseThrow(Dispatching::notTheirs)
                        .acknowledged()) {
                    throw new Rejected("already-acknowledged", "The dispatch was acknowledged before.");
                }
            }
            case CaseEvent.EngineerReplied e -> {
                if (having(state, e.engineer()).isEmpty()
                        && !state.file().hands().knows(e.engineer())) {
                    throw notTheirs();
                }
            }
            case CaseEvent.ProgressReported e -> Case.open(state);
            case CaseEvent.WorkReturned e -> {
                if (having(state, e.engineer()).isEmpty()) {
                    throw notTheirs();
                }
            }
        }
    }

    /** @throws Rejected where the vendor has the case, or the fault is resolved */
    private static Optional<Hands.Engineer> having(CaseState.Known state, String engineer) {
        return Case.notAtVendor(state).hands().engineer(engineer);
    }

    private static Rejected notTheirs() {
        return new Rejected("rests-on-missing", "The fault was not dispatched to that engineer by then.");
    }

    static CaseState.Known apply(CaseState.Known state, CaseEvent.OnDispatch event) {
        CaseFile file = state.file();
        Hands hands = file.hands();
        return switch (event) {
            case CaseEvent.DispatchReceived e ->
                passedOn(file, e, hands.with(Hands.Engineer.dispatched(e.project(), e.engineer()), e.replaces()));
            case CaseEvent.VendorOrderReceived e ->
                passedOn(file, e, hands.with(new Hands.Vendor(e.vendor(), e.reference()), e.replaces()));
            case CaseEvent.DispatchAcknowledged e ->
                state.with(file.with(hands.with(
                        e.engineer(),
                        engineer ->
                                new Hands.Engineer(engineer.project(), engineer.name(), true, engineer.replied()))));
            case CaseEvent.EngineerReplied e ->
                state.with(file.with(hands.with(
                        e.engineer(),
                        engineer -> new Hands.Engineer(
                                engineer.project(), engineer.name(), engineer.acknowledged(), true))));
            case CaseEvent.ProgressReported e -> state;
            case CaseEvent.WorkReturned e -> state.with(file.with(hands.returnedBy(e.engineer())));
        };
    }

    /** Whoever gets the case works on it, even where it was resolved before. */
    private static CaseState.Open passedOn(CaseFile file, CaseEvent.PassedOn e, Hands hands) {
        return new CaseState.Open(file.inCycle(e.ref().cycle()).with(e.scope()).with(hands));
    }
}
