package io.minutebook.escalation.domain.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An engineer's answer to a dispatch: the plan, or, as long as there is none, what is hard about the fault and what happens next. */
public sealed interface Reply {
    /** @param expectedDoneBy by when the engineer expects to be done; null where they do not say */
    record WithPlan(String plan, @Nullable Instant expectedDoneBy) implements Reply {}

    record WithoutPlan(String difficulty, String nextSteps) implements Reply {}
}
