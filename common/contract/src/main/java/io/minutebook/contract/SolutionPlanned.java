package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * How the fault will be solved is determined; the callback clock runs from here, and this stops the plan clock.
 *
 * @param on the case
 * @param plan the plan
 * @param tier who determined it
 * @param engineer the engineer it was dispatched to
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status(CaseStatus.PLANNED)
public record SolutionPlanned(
        @JsonUnwrapped CaseHeader on,
        String plan,
        Tier tier,
        @Nullable String engineer) implements OnCase {
    public SolutionPlanned {
        FieldChecks.present(on, "on");
        FieldChecks.present(plan, "plan");
        FieldChecks.present(tier, "tier");
    }
}
