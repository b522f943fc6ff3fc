package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Word on how the work goes, for the owner to pass on.
 *
 * @param on the case
 * @param note how it goes
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status
public record ProgressReported(@JsonUnwrapped CaseHeader on, String note) implements OnCase {
    public ProgressReported {
        FieldChecks.present(on, "on");
        FieldChecks.present(note, "note");
    }
}
