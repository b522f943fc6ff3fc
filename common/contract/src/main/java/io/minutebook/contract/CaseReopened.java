package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The customer says service is not restored: the case goes on in a new cycle, and the verdicts of the earlier cycles stay.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param reason what the customer said
 * @param cycle the cycle that begins here, 2 or more
 */
public record CaseReopened(
        String caseId, String caseNumber, @Nullable String reason, int cycle) implements OnCase {
    public CaseReopened {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
