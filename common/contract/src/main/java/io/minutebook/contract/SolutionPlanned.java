package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the fault will be solved is determined.
 *
 * @param on the case
 * @param plan the plan
 * @param tier the highest tier that the case was escalated to so far; L1 if it never was
 * @param engineer the engineer whose plan it is; absent where it is the expert's or the manager's
 * @param to whom it was told
 * @param expectedDoneBy by when it will be done; absent where nobody said
 */
@Event(topics = Topics.ESCALATION_CASES, version = 2)
@Status(CaseStatus.PLANNED)
public record SolutionPlanned(
        @JsonUnwrapped CaseHeader on,
        String plan,
        Tier tier,
        @Nullable String engineer,
        Audience to,
        @Nullable Instant expectedDoneBy)
        implements OnCase {
    public SolutionPlanned {
        FieldChecks.present(on, "on");
        FieldChecks.present(plan, "plan");
        FieldChecks.present(tier, "tier");
        FieldChecks.present(to, "to");
    }
}
