package io.minutebook.escalation.domain.cases;

import org.jspecify.annotations.Nullable;

/** Who reported the fault and on what, as intake passed it on: kept to be passed on in turn, no rule here looks at more than the policy's scope. */
public record Report(String channel, String type, @Nullable String priority, Customer customer, Product product) {
    /** Personal data, all of it but the language. */
    public record Customer(
            String name,
            String phone,
            @Nullable String email,
            @Nullable String language) {}

    /** The serial number is personal data. */
    public record Product(@Nullable String model, @Nullable String serialNumber) {}
}
