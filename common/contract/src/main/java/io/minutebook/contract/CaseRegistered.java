package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A case was opened for what a customer asks, reports, suggests or complains about; the preprocess clock runs from here.
 *
 * @param on the case
 * @param callId the call it was registered from
 * @param details what was registered
 */
@Event(topics = Topics.INTAKE_CASES)
@Status(CaseStatus.REGISTERED)
public record CaseRegistered(
        @JsonUnwrapped CaseHeader on,
        @OffTimeline @Nullable String callId,
        @JsonUnwrapped CaseDetails details) implements OnCase {
    public CaseRegistered {
        FieldChecks.present(on, "on");
        FieldChecks.present(details, "details");
    }
}
