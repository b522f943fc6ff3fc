package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * Work stands still for a reason outside the team (挂起); clocks that may pause do. The event's id names the suspension.
 *
 * @param on the case
 * @param reason what is waited for
 * @param until when work goes on by itself
 */
@Event(topics = Topics.ESCALATION_CASES, version = 2)
@Status(CaseStatus.SUSPENDED)
public record CaseSuspended(
        @JsonUnwrapped CaseHeader on,

        @Choice({"WAITING_FOR_PARTS", "WAITING_FOR_VENDOR", "CUSTOMER_ABSENT", "CUSTOMER_REQUEST", "SITE_NOT_ACCESSIBLE"
        })
        String reason,

        Instant until)
        implements OnCase {
    public CaseSuspended {
        FieldChecks.present(on, "on");
        FieldChecks.present(reason, "reason");
        FieldChecks.present(until, "until");
    }
}
