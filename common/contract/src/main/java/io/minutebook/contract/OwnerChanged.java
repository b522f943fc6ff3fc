package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * A supervisor handed the case to another owner.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param previousOwner who had it
 * @param owner who has it now
 * @param reason why
 */
public record OwnerChanged(
        String caseId,
        String caseNumber,
        String previousOwner,
        String owner,
        @Nullable String reason) implements OnCase {
    public OwnerChanged {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(previousOwner, "previousOwner");
        FieldChecks.present(owner, "owner");
    }
}
