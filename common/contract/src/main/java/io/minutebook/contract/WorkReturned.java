package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An engineer gave the work back, and no reply is owed any more; the case waits to be passed on anew.
 *
 * @param on the case
 * @param engineer who gave it back
 * @param finding why
 * @param reason the same in words
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status
public record WorkReturned(@JsonUnwrapped CaseHeader on, String engineer, WorkFinding finding, String reason)
        implements OnCase {
    public WorkReturned {
        FieldChecks.present(on, "on");
        FieldChecks.present(engineer, "engineer");
        FieldChecks.present(finding, "finding");
        FieldChecks.present(reason, "reason");
    }
}
