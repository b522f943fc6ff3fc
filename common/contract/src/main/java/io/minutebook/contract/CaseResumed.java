package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Work goes on (解挂).
 *
 * @param on the case
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status(resumes = true)
public record CaseResumed(@JsonUnwrapped CaseHeader on) implements OnCase {
    public CaseResumed {
        FieldChecks.present(on, "on");
    }
}
