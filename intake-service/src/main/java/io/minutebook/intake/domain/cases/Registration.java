package io.minutebook.intake.domain.cases;

import io.minutebook.intake.domain.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer reports, as it was registered.
 *
 * @param callId the call it was taken on; null where there was none
 * @param startedAt since when it has been so
 * @param frequency how often it happens, in the customer's words
 * @param actionsTried what the customer has tried
 */
public record Registration(
        @Nullable String callId,
        Channel channel,
        String site,
        CaseType type,
        Priority priority,
        Customer customer,
        @Nullable Product product,
        String symptom,
        @Nullable Instant startedAt,
        @Nullable String frequency,
        List<String> actionsTried) {
    /** Who reports. Personal data, all of it but the language, which is the one to write to them in (zh, en). */
    public record Customer(
            String name,
            String phone,
            @Nullable String email,
            @Nullable String language) {}

    /** The thing that fails; a model or serial number is null where the customer was not asked for it. */
    public record Product(@Nullable String model, @Nullable String serialNumber) {}

    public Registration {
        actionsTried = List.copyOf(actionsTried);
    }

    /** The fields that a report of this type must have and this one has not: a fault names the product and its serial number. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (type == CaseType.FAULT) {
            if (product == null || product.model() == null || product.model().isBlank()) {
                missing.add("product.model");
            }
            if (product == null
                    || product.serialNumber() == null
                    || product.serialNumber().isBlank()) {
                missing.add("product.serialNumber");
            }
        }
        return missing;
    }
}
