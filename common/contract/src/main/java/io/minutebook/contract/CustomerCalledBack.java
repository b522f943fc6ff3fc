package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Somebody called the customer back about the solution; once reached, this stops the callback clock.
 *
 * @param on the case
 * @param how whether they were called, or asked on the very call on which the case was taken and solved
 * @param reached whether the customer answered
 * @param restored whether service is restored; absent where the customer did not say
 * @param note what else was noted
 */
@Event(topics = Topics.FOLLOWUP_CASES, version = 2)
@Status
public record CustomerCalledBack(
        @JsonUnwrapped CaseHeader on,
        CallbackWay how,
        boolean reached,
        @Nullable Boolean restored,
        @Nullable String note)
        implements OnCase {
    public CustomerCalledBack {
        FieldChecks.present(on, "on");
        FieldChecks.present(how, "how");
    }
}
