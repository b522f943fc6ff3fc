package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The expert spoke to the customer, or tried to.
 *
 * @param on the case
 * @param reached whether the customer was reached
 * @param note what was said
 */
@Event(topics = Topics.ESCALATION_CASES, version = 2)
@Status
public record ExpertContacted(
        @JsonUnwrapped CaseHeader on,
        boolean reached,
        @Nullable String note) implements OnCase {
    public ExpertContacted {
        FieldChecks.present(on, "on");
    }
}
