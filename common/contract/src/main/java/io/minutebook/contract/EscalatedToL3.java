package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The fault went up to the project manager and the partners.
 *
 * @param on the case
 * @param reason why the tier below cannot solve it
 * @param customerTold whether the customer was told, and what to expect
 */
@Event(topics = Topics.ESCALATION_CASES)
@Status(CaseStatus.ESCALATED)
public record EscalatedToL3(@JsonUnwrapped CaseHeader on, String reason, boolean customerTold) implements OnCase {
    public EscalatedToL3 {
        FieldChecks.present(on, "on");
        FieldChecks.present(reason, "reason");
    }
}
