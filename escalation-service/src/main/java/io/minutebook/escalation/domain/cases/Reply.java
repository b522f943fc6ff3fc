package io.minutebook.escalation.domain.cases;

/** An engineer's answer to a dispatch: the plan, or, as long as there is none, what is hard about the fault and what happens next. */
public sealed interface Reply {
    record WithPlan(String plan) implements Reply {}

    record WithoutPlan(String difficulty, String nextSteps) implements Reply {}
}
