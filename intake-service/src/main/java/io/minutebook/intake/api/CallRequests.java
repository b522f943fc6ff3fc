package io.minutebook.intake.api;

import io.minutebook.intake.domain.calls.Disposition;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Phone;
import io.minutebook.platform.input.SiteId;
import io.minutebook.platform.input.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the addresses of calls take. {@code occurredAt} says when a step happened that is entered later. */
final class CallRequests {
    private CallRequests() {}

    /** A call rings; {@code callerNumber} is left out where it is withheld. */
    record Receive(
            @SiteId String site,
            @Text(max = 100) String line,
            @Nullable @Phone String callerNumber,
            @Nullable @Occurred Instant receivedAt) {}

    record Answer(
            @Text(max = 100) String agent,
            @Nullable @Occurred Instant occurredAt) {}

    record Hold(
            @Nullable @Text(max = 1000, blank = true) String reason,
            @Nullable @Occurred Instant occurredAt) {
        static final Hold NOW = new Hold(null, null);
    }

    record Retrieve(@Nullable @Occurred Instant occurredAt) {
        static final Retrieve NOW = new Retrieve(null);
    }

    /** @param to the agent or line that takes over; left out: whoever is free in the queue */
    record Transfer(
            @Nullable @Text(max = 100) String to,
            @Nullable @Text(max = 1000, blank = true) String reason,
            @Nullable @Occurred Instant occurredAt) {
        static final Transfer TO_THE_QUEUE = new Transfer(null, null, null);
        private static final String QUEUE = "queue";

        String taker() {
            return Objects.requireNonNullElse(to, QUEUE);
        }
    }

    /** @param dueAt by when the customer is called back; left out: within 24 hours */
    record OfferCallback(
            @Nullable @Phone String number,
            boolean accepted,
            @Nullable @DueTime Instant dueAt,
            @Nullable @Occurred Instant occurredAt) {}

    record Link(UUID caseId, @Nullable @Occurred Instant occurredAt) {}

    record End(
            @OneOf(Disposition.class) String disposition,
            @Nullable @Occurred Instant occurredAt) {}
}
