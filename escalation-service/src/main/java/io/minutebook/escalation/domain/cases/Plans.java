package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.CaseDecision.text;

/**
 * The solution plan of a cycle.
 *
 * @param awaited whether the limit for the plan has begun to run
 * @param planned whether there is one
 */
public record Plans(boolean awaited, boolean planned) {
    static Plans none() {
        return new Plans(false, false);
    }

    static void decide(CaseCommand.OnPlan command, CaseDecision on) {
        switch (command) {
            case CaseCommand.PlanSolution c -> plan(c.plan(), on);
        }
    }

    static void plan(String plan, CaseDecision on) {
        String engineer = on.open() instanceof CaseState.Dispatched dispatched ? dispatched.engineer() : null;
        on.record(new CaseEvent.SolutionPlanned(on.at(), on.ref(), text(plan), on.tier(), engineer));
    }

    Plans evolve(CaseEvent.OnPlan event) {
        return switch (event) {
            case CaseEvent.SolutionPlanned e -> new Plans(awaited, true);
        };
    }

    /** The limit for the plan has begun to run. */
    Plans clockStarted() {
        return new Plans(true, planned);
    }
}
