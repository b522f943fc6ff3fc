package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The engineer took the dispatched fault on (接单).
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param project the project
 * @param engineer who took it on
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record DispatchAcknowledged(
        String caseId,
        String caseNumber,
        String site,
        @Nullable String project,
        String engineer,
        int cycle) implements OnCase {
    public DispatchAcknowledged {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(engineer, "engineer");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
