package io.minutebook.escalation.domain.cases;

import org.jspecify.annotations.Nullable;

/**
 * How a fault was solved.
 *
 * @param tier the highest line the case was escalated to so far
 * @param solvedBy null where nobody solved it, by {@code outcome}
 * @param solver the person or party; null where nobody solved it
 */
public record Solution(
        EscalationTier tier,
        ResolutionOutcome outcome,
        @Nullable Holder solvedBy,
        @Nullable String solver) {}
