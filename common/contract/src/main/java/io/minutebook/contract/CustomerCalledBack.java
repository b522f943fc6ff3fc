package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * Somebody called the customer back about the solution; once reached, this stops the callback clock.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param reached whether the customer answered
 * @param restored whether service is restored; absent where the customer did not say
 * @param note what else was noted
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record CustomerCalledBack(
        String caseId,
        String caseNumber,
        String site,
        boolean reached,
        @Nullable Boolean restored,
        @Nullable String note,
        int cycle)
        implements OnCase {
    public CustomerCalledBack {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
