package io.minutebook.contract;

/**
 * Work stands still for a reason outside the team (挂起); clocks that may pause do.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param reason what is waited for
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record CaseSuspended(String caseId, String caseNumber, String site, String reason, int cycle) implements OnCase {
    public CaseSuspended {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(reason, "reason");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
