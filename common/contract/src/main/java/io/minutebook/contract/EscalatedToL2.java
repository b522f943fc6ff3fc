package io.minutebook.contract;

import java.time.Instant;

/**
 * The fault went up to the second line's experts; the expert-contact clock runs from here.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param reason why the tier below cannot solve it
 * @param customerTold whether the customer was told, and what to expect
 * @param expectedBy until when the expert contacts the customer, as the customer is told
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record EscalatedToL2(
        String caseId,
        String caseNumber,
        String site,
        String reason,
        boolean customerTold,
        Instant expectedBy,
        int cycle)
        implements OnCase {
    public EscalatedToL2 {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(reason, "reason");
        FieldChecks.present(expectedBy, "expectedBy");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
