package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Work goes on (解挂).
 *
 * @param on the case
 * @param note what changed
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status(resumes = true)
public record CaseResumed(
        @JsonUnwrapped CaseHeader on, @Nullable String note) implements OnCase {
    public CaseResumed {
        FieldChecks.present(on, "on");
    }
}
