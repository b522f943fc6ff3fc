package io.minutebook.contract;

import java.time.Instant;

/**
 * The customer was promised something by a certain time; the promise clock runs from here.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param promiseId the promise, a UUID
 * @param text what was promised
 * @param dueAt until when
 */
public record PromiseMade(String caseId, String caseNumber, String promiseId, String text, Instant dueAt)
        implements OnCase {
    public PromiseMade {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(promiseId, "promiseId");
        FieldChecks.present(text, "text");
        FieldChecks.present(dueAt, "dueAt");
    }
}
