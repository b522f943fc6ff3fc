package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The fault is dealt with, as far as those who worked on it can tell; the customer has yet to say so.
 *
 * @param on the case
 * @param tier the highest tier that the case was escalated to so far; L1 if it never was
 * @param outcome how the fault ended
 * @param solvedBy who solved it; absent where nobody did, by the outcome
 * @param solver the person or party who solved it; absent where nobody did
 * @param summary what solved it
 */
@Event(
        topics = {Topics.INTAKE_CASES, Topics.ESCALATION_CASES},
        version = 2)
@Status(CaseStatus.RESOLVED)
public record Resolved(
        @JsonUnwrapped CaseHeader on,
        Tier tier,
        ResolutionOutcome outcome,
        @Nullable SolvedBy solvedBy,
        @Nullable String solver,
        @Nullable String summary)
        implements OnCase {
    public Resolved {
        FieldChecks.present(on, "on");
        FieldChecks.present(tier, "tier");
        FieldChecks.present(outcome, "outcome");
    }
}
