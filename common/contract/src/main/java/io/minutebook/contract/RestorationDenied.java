package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The customer says service is not restored; the case reopens.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param note what else was noted
 * @param cycle the cycle that failed
 */
public record RestorationDenied(
        String caseId,
        String caseNumber,
        String site,
        @Nullable String note,
        int cycle) implements OnCase {
    public RestorationDenied {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
