package io.minutebook.contract;

/**
 * The fault went up to the project manager and the partners.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param reason why the tier below cannot solve it
 * @param customerTold whether the customer was told, and what to expect
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record EscalatedToL3(
        String caseId, String caseNumber, String site, String reason, boolean customerTold, int cycle)
        implements OnCase {
    public EscalatedToL3 {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(reason, "reason");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
