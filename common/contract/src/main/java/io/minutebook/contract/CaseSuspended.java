package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Work stands still for a reason outside the team (挂起); clocks that may pause do.
 *
 * @param on the case
 * @param reason what is waited for
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status(CaseStatus.SUSPENDED)
public record CaseSuspended(
        @JsonUnwrapped CaseHeader on,

        @Choice({"CUSTOMER_ABSENT", "WAITING_FOR_PARTS", "WAITING_FOR_VENDOR", "CUSTOMER_REQUEST", "OTHER"})
        String reason)
        implements OnCase {
    public CaseSuspended {
        FieldChecks.present(on, "on");
        FieldChecks.present(reason, "reason");
    }
}
