package io.minutebook.intake.api;

import io.minutebook.intake.domain.Channel;
import io.minutebook.intake.domain.cases.CaseType;
import io.minutebook.intake.domain.cases.Outcome;
import io.minutebook.intake.domain.cases.Priority;
import io.minutebook.intake.domain.cases.Registration;
import io.minutebook.platform.input.Email;
import io.minutebook.platform.input.FieldFault;
import io.minutebook.platform.input.InvalidRequest;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Phone;
import io.minutebook.platform.input.SiteId;
import io.minutebook.platform.input.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the addresses of cases take. {@code occurredAt} says when a step happened that is entered later. */
final class CaseRequests {
    private CaseRequests() {}

    record Customer(
            @Text(max = 200) String name,
            @Phone String phone,
            @Nullable @Email String email,

            @Nullable
            @Pattern(
                    regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
                    message = "must be a language tag such as zh or en-GB")
            String language) {}

    record Product(
            @Nullable @Text(max = 200, blank = true) String model,
            @Nullable @Text(max = 200, blank = true) String serialNumber) {}

    /** What a customer reports; a FAULT needs the product's model and serial number. Priority is NORMAL where none is given. */
    record Register(
            @Nullable UUID callId,
            @OneOf(Channel.class) String channel,
            @SiteId String site,
            @OneOf(CaseType.class) String type,
            @Nullable @OneOf(Priority.class) String priority,
            Customer customer,
            @Nullable Product product,
            @Text(max = 8000) String symptom,
            @Nullable @Occurred Instant startedAt,
            @Nullable @Text(max = 1000, blank = true) String frequency,
            @Size(max = 100) List<@Text(max = 2000) String> actionsTried,
            @Nullable @Occurred Instant occurredAt) {
        /** @throws InvalidRequest naming what a report of this type lacks */
        Registration report() {
            Registration registration = new Registration(
                    callId == null ? null : callId.toString(),
                    OneOfValidator.of(Channel.class, channel),
                    site,
                    OneOfValidator.of(CaseType.class, type),
                    priority == null ? Priority.NORMAL : OneOfValidator.of(Priority.class, priority),
                    new Registration.Customer(customer.name(), customer.phone(), customer.email(), customer.language()),
                    product == null ? null : new Registration.Product(product.model(), product.serialNumber()),
                    symptom,
                    startedAt,
                    frequency,
                    actionsTried);
            List<String> missing = registration.missing();
            if (!missing.isEmpty()) {
                throw new InvalidRequest(missing.stream()
                        .map(field -> new FieldFault(field, "is required for a " + registration.type()))
                        .toList());
            }
            return registration;
        }
    }

    record Conclude(
            @OneOf(Outcome.class) String outcome,
            @Size(max = 100) List<@Text(max = 2000) String> steps,
            @Size(max = 100) List<@Text(max = 100) String> articleIds,
            @Nullable @Text(max = 8000, blank = true) String note,
            @Nullable @Occurred Instant occurredAt) {}

    record Dispatch(
            @Text(max = 200) String project,
            @Text(max = 100) String engineer,
            @Nullable @Occurred Instant occurredAt) {}

    record Order(
            @Text(max = 200) String vendor,
            @Nullable @Text(max = 200, blank = true) String reference,
            @Nullable @Occurred Instant occurredAt) {}

    record MakePromise(
            @Text(max = 2000) String text,
            @DueTime Instant dueAt,
            @Nullable @Occurred Instant occurredAt) {}

    record KeepPromise(
            @Nullable @Text(max = 2000, blank = true) String note,
            @Nullable @Occurred Instant occurredAt) {
        static final KeepPromise NOW = new KeepPromise(null, null);
    }

    record ChangeOwner(
            @Text(max = 100) String owner,
            @Text(max = 2000) String reason,
            @Nullable @Occurred Instant occurredAt) {}
}
