package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The expert spoke to the customer; this stops the expert-contact clock.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param note what was said
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record ExpertContacted(
        String caseId,
        String caseNumber,
        String site,
        @Nullable String note,
        int cycle) implements OnCase {
    public ExpertContacted {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
