package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The fault went up to the second line's experts; the expert-contact clock runs from here.
 *
 * @param on the case
 * @param reason why the tier below cannot solve it
 * @param customerTold whether the customer was told, and what to expect
 * @param expectedBy until when the expert contacts the customer, as the customer is told
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status(CaseStatus.ESCALATED)
public record EscalatedToL2(@JsonUnwrapped CaseHeader on, String reason, boolean customerTold, Instant expectedBy)
        implements OnCase {
    public EscalatedToL2 {
        FieldChecks.present(on, "on");
        FieldChecks.present(reason, "reason");
        FieldChecks.present(expectedBy, "expectedBy");
    }
}
