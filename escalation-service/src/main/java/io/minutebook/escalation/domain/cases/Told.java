package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Who heard an answer or a plan.
 *
 * @param contact by what the customer was reached; null where only colleagues were told
 */
public record Told(Audience to, @Nullable Contact contact) {
    /** Colleagues only. */
    public static Told staff() {
        return new Told(Audience.STAFF, null);
    }

    /** @throws Rejected where the customer is said to be told and nothing shows that they were reached */
    Told checked() {
        if (to == Audience.CUSTOMER && (contact == null || !contact.reached())) {
            throw new Rejected("contact-missing", "Say by which contact the customer was reached.");
        }
        return this;
    }
}
