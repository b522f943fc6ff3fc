package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The fault is cleared with the customer (销障); this stops the clearance clock.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param tier who had solved it; absent where service came back before anybody said so
 * @param note what else was noted
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record FaultCleared(
        String caseId,
        String caseNumber,
        String site,
        @Nullable Tier tier,
        @Nullable String note,
        int cycle) implements OnCase {
    public FaultCleared {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
