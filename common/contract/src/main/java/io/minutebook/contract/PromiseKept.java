package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * What the customer was promised was done.
 *
 * @param on the case
 * @param promiseId the promise, a UUID
 * @param note what else was noted
 */
@Event(topics = Topics.INTAKE_CASES)
@Status
public record PromiseKept(
        @JsonUnwrapped CaseHeader on,
        @OffTimeline String promiseId,
        @Nullable String note) implements OnCase {
    public PromiseKept {
        FieldChecks.present(on, "on");
        FieldChecks.present(promiseId, "promiseId");
    }
}
