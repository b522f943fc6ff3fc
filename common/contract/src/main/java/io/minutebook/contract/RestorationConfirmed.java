package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The customer says service is restored; only now may the fault be cleared.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param note what else was noted
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record RestorationConfirmed(
        String caseId,
        String caseNumber,
        String site,
        @Nullable String note,
        int cycle) implements OnCase {
    public RestorationConfirmed {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
