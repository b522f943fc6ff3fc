package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The customer says service is not restored; the case reopens.
 *
 * @param on the case
 * @param note what else was noted
 */
@Event(topics = Topics.FOLLOWUP_CASES)
@Status(CaseStatus.REOPENED)
public record RestorationDenied(
        @JsonUnwrapped CaseHeader on, @Nullable String note) implements OnCase {
    public RestorationDenied {
        FieldChecks.present(on, "on");
    }
}
