package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The engineer took the dispatched fault on (接单).
 *
 * @param on the case
 * @param project the project
 * @param engineer who took it on
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status(CaseStatus.ACKNOWLEDGED)
public record DispatchAcknowledged(
        @JsonUnwrapped CaseHeader on, @Nullable String project, String engineer) implements OnCase {
    public DispatchAcknowledged {
        FieldChecks.present(on, "on");
        FieldChecks.present(engineer, "engineer");
    }
}
