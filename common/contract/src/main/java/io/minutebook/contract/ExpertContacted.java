package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The expert spoke to the customer; this stops the expert-contact clock.
 *
 * @param on the case
 * @param note what was said
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status
public record ExpertContacted(
        @JsonUnwrapped CaseHeader on, @Nullable String note) implements OnCase {
    public ExpertContacted {
        FieldChecks.present(on, "on");
    }
}
