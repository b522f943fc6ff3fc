package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * What the customer was promised was done.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param promiseId the promise, a UUID
 * @param note what else was noted
 */
public record PromiseKept(
        String caseId,
        String caseNumber,
        String promiseId,
        @Nullable String note) implements OnCase {
    public PromiseKept {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(promiseId, "promiseId");
    }
}
