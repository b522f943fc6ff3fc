package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The fault is cleared with the customer (销障); this stops the clearance clock.
 *
 * @param on the case
 * @param tier who had solved it; absent where service came back before anybody said so
 * @param note what else was noted
 */
@Event(topics = Topics.FOLLOWUP_CASES)
@Status(CaseStatus.CLEARED)
public record FaultCleared(
        @JsonUnwrapped CaseHeader on,
        @Nullable Tier tier,
        @Nullable String note) implements OnCase {
    public FaultCleared {
        FieldChecks.present(on, "on");
    }
}
