package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The customer was promised something by a certain time; the promise clock runs from here.
 *
 * @param on the case
 * @param promiseId the promise, a UUID
 * @param text what was promised
 * @param dueAt until when
 */
@Event(topics = Topics.INTAKE_CASES)
@Status
public record PromiseMade(
        @JsonUnwrapped CaseHeader on, @OffTimeline String promiseId, String text, Instant dueAt) implements OnCase {
    public PromiseMade {
        FieldChecks.present(on, "on");
        FieldChecks.present(promiseId, "promiseId");
        FieldChecks.present(text, "text");
        FieldChecks.present(dueAt, "dueAt");
    }
}
