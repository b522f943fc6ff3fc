package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/**
 * Work goes on (解挂).
 *
 * @param on the case
 * @param suspensionId the event by which work was suspended
 */
@Event(topics = Topics.ESCALATION_CASES, version = 2)
@Status(resumes = true)
public record CaseResumed(
        @JsonUnwrapped CaseHeader on, @OffTimeline UUID suspensionId) implements OnCase {
    public CaseResumed {
        FieldChecks.present(on, "on");
        FieldChecks.present(suspensionId, "suspensionId");
    }
}
