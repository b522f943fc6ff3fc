package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The customer says service is not restored: the case goes on in a new cycle, and the verdicts of the earlier cycles stay.
 *
 * @param on the case
 * @param reason what the customer said
 */
@Event(topics = {Topics.INTAKE_CASES, Topics.ESCALATION_CASES})
@Status
public record CaseReopened(
        @JsonUnwrapped CaseHeader on, @Nullable String reason) implements OnCase {
    public CaseReopened {
        FieldChecks.present(on, "on");
    }
}
