package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The fault is dealt with, as far as those who worked on it can tell; the customer has yet to say so.
 *
 * @param on the case
 * @param tier who solved it
 * @param summary what solved it
 * @param project the project, where it was dispatched
 * @param engineer the engineer, where it was dispatched
 */
@Event(topics = {Topics.INTAKE_CASES, Topics.ESCALATION_CASES})
@Status(CaseStatus.RESOLVED)
public record Resolved(
        @JsonUnwrapped CaseHeader on,
        Tier tier,
        @Nullable String summary,
        @Nullable String project,
        @Nullable String engineer)
        implements OnCase {
    public Resolved {
        FieldChecks.present(on, "on");
        FieldChecks.present(tier, "tier");
    }
}
