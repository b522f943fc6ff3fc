package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The customer says service is restored; only now may the fault be cleared.
 *
 * @param on the case
 * @param note what else was noted
 */
@Event(topics = Topics.FOLLOWUP_CASES)
@Status(CaseStatus.RESTORED)
public record RestorationConfirmed(
        @JsonUnwrapped CaseHeader on, @Nullable String note) implements OnCase {
    public RestorationConfirmed {
        FieldChecks.present(on, "on");
    }
}
