package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Whose step it is. Engineers enter their own; others enter what an engineer told them.
 *
 * @param by who enters it
 * @param engineer whose it is; null where it is that of whoever enters it or, if that is no engineer of the case, of the leading one
 */
public record Whose(String by, @Nullable String engineer) {
    /** Returns the engineer among those who have the case, or had it; null where it is that of no engineer. */
    @Nullable
    String among(Hands hands) {
        if (engineer != null) {
            return engineer;
        }
        if (hands.knows(by)) {
            return by;
        }
        Hands.Engineer lead = hands.lead();
        return lead == null ? null : lead.name();
    }

    /** @throws Rejected where no engineer has the case */
    String engineer(Hands hands) {
        String name = among(hands);
        if (name == null) {
            throw new Rejected("rests-on-missing", "The fault is not dispatched to an engineer.");
        }
        return name;
    }
}
