package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.CaseDecision.text;

import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The solution plan of a cycle, of whoever has the case. */
final class Plans {
    private static final Duration FARTHEST = Duration.ofDays(3653);

    private Plans() {}

    static void decide(CaseCommand.OnPlan command, CaseDecision on) {
        switch (command) {
            case CaseCommand.PlanSolution c -> plan(c, on);
        }
    }

    /** An engineer who owes an answer gives it with the plan. */
    private static void plan(CaseCommand.PlanSolution c, CaseDecision on) {
        Told told = c.told().checked();
        String engineer = planner(c.whose(), on);
        CaseEvent.SolutionPlanned planned = planned(c.plan(), engineer, told, on);
        if (engineer != null && on.file().hands().awaits(engineer)) {
            reply(planned, engineer, on);
        } else {
            on.record(planned);
        }
    }

    /** An engineer answers with a plan. */
    static void reply(CaseEvent.SolutionPlanned planned, String engineer, CaseDecision on) {
        on.record(planned, on.record(answer(planned, engineer)));
    }

    private static CaseEvent.EngineerReplied answer(CaseEvent.SolutionPlanned planned, String engineer) {
        return new CaseEvent.EngineerReplied(
                planned.at(),
                planned.ref(),
                engineer,
                planned.to(),
                planned.contact(),
                planned.plan(),
                planned.expectedDoneBy(),
                null,
                null);
    }

    /** Where it becomes known later that an engineer owed an answer when they told their plan, the plan was the answer. */
    static void answerFrom(Instant since, FactRecorder<CaseState, CaseEvent> facts) {
        for (Fact<CaseEvent> fact : facts.history().facts()) {
            if (fact.event() instanceof CaseEvent.SolutionPlanned planned
                    && planned.engineer() != null
                    && !planned.at().isBefore(since)
                    && facts.asOf(planned.at()) instanceof CaseState.Known known
                    && known.file().hands().awaits(planned.engineer())) {
                facts.note(answer(planned, planned.engineer()), fact.id());
            }
        }
    }

    /** Returns the engineer whose plan it is; null where the expert or the manager leads and nobody says that it is an engineer's. */
    private static @Nullable String planner(Whose whose, CaseDecision on) {
        Hands hands = on.file().hands();
        boolean engineers = hands.holder() == Holder.ENGINEER || whose.engineer() != null || hands.knows(whose.by());
        return engineers ? whose.among(hands) : null;
    }

    /** @throws Rejected where the work is expected to be done before the plan, or at a time that nobody can mean */
    static CaseEvent.SolutionPlanned planned(
            Reply.WithPlan plan, @Nullable String engineer, Told told, CaseDecision on) {
        Instant done = plan.expectedDoneBy();
        if (done != null && done.isBefore(on.at())) {
            throw CaseDecision.outOfOrder("Nothing is done before it is planned, at " + on.at() + ".");
        }
        if (done != null && done.isAfter(on.at().plus(FARTHEST))) {
            throw new Rejected("too-far-off", "Nobody plans for more than ten years ahead.");
        }
        return new CaseEvent.SolutionPlanned(
                on.at(),
                on.ref(),
                text(plan.plan()),
                on.file().escalations().highest(),
                engineer,
                told.to(),
                told.contact(),
                plan.expectedDoneBy());
    }

    static void check(CaseState.Known state, CaseEvent.OnPlan event) {
        switch (event) {
            case CaseEvent.SolutionPlanned e -> {
                if (Case.notAtVendor(state).hands().holder() == null) {
                    throw new Rejected("rests-on-missing", "Nobody has the case: it waits to be passed on.");
                }
            }
        }
    }
}
