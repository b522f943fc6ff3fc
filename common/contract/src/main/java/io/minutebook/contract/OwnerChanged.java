package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor handed the case to another owner.
 *
 * @param on the case
 * @param previousOwner who had it
 * @param owner who has it now
 * @param reason why
 */
@Event(topics = Topics.INTAKE_CASES)
@Status
public record OwnerChanged(
        @JsonUnwrapped CaseHeader on,
        String previousOwner,
        String owner,
        @Nullable String reason) implements OnCase {
    public OwnerChanged {
        FieldChecks.present(on, "on");
        FieldChecks.present(previousOwner, "previousOwner");
        FieldChecks.present(owner, "owner");
    }
}
