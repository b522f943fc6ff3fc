package io.minutebook.followup.view.ledger;

import io.minutebook.contract.CaseStatus;
import io.minutebook.contract.Catalogue;
import io.minutebook.contract.HistoryImported;
import io.minutebook.projection.TopicEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One published event as the ledger keeps it.
 *
 * @param subject the case, or for an event of a call the call
 * @param sequence place in its service's stream
 * @param rank place among a case's imported rows; null for everything that was not imported
 * @param data the event's value as it was published, JSON
 * @param fields what the list and the clocks go by in it
 */
record RecordEntry(
        UUID eventId,
        String service,
        String type,
        String subject,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable UUID causationId,
        long sequence,
        String actor,
        @Nullable String site,
        @Nullable Integer rank,
        String data,
        EntryFields fields) {
    /** What is written down more than a minute after it happened is a late entry. */
    static final Duration LATE_AFTER = Duration.ofSeconds(60);

    private static final String IMPORTED = HistoryImported.class.getSimpleName();

    static final JsonMapper JSON = JsonMapper.builder().build();

    RecordEntry(
            UUID eventId,
            String service,
            String type,
            String subject,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable UUID causationId,
            long sequence,
            String actor,
            @Nullable String site,
            @Nullable Integer rank,
            String data) {
        this(
                eventId,
                service,
                type,
                subject,
                occurredAt,
                recordedAt,
                causationId,
                sequence,
                actor,
                site,
                rank,
                data,
                EntryFields.of(type, subject, data));
    }

    /** As the database keeps it: times in microseconds. */
    static RecordEntry of(TopicEvent topicEvent) {
        return of(topicEvent, topicEvent.subject());
    }

    /** @param subject the fact's, as the one object that entries of the same subject share */
    static RecordEntry of(TopicEvent topicEvent, String subject) {
        EntryFields fields = EntryFields.of(topicEvent.type(), subject, topicEvent.data());
        return new RecordEntry(
                topicEvent.eventId(),
                topicEvent.service(),
                topicEvent.type(),
                subject,
                stored(topicEvent.occurredAt()),
                stored(topicEvent.recordedAt()),
                topicEvent.causationId(),
                topicEvent.sequence(),
                topicEvent.actor(),
                topicEvent.site(),
                topicEvent.type().equals(IMPORTED) ? fields.rank() : null,
                topicEvent.data(),
                fields);
    }

    private static Instant stored(Instant at) {
        return at.getNano() % 1000 == 0 ? at : at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is needed to sum a case up, at a fraction of the memory. */
    RecordEntry withoutData() {
        return new RecordEntry(
                eventId,
                service,
                type,
                subject,
                occurredAt,
                recordedAt,
                causationId,
                sequence,
                actor,
                site,
                rank,
                "",
                fields);
    }

    /** Returns what the contract says of the event; null for one that only a newer contract knows. */
    Catalogue.@Nullable EventType kind() {
        return Catalogue.named(type).orElse(null);
    }

    /** Returns the status of the case from this event on; null where it stays as it is. */
    @Nullable
    CaseStatus status() {
        Catalogue.EventType kind = kind();
        return kind == null ? null : kind.status();
    }

    /** Returns whether a suspended case goes on with this event. */
    boolean resumes() {
        Catalogue.EventType kind = kind();
        return kind != null && kind.resumes();
    }

    JsonNode read() {
        return JSON.readTree(data);
    }

    boolean imported() {
        return rank != null;
    }

    boolean late() {
        return !imported() && lateBy().compareTo(LATE_AFTER) > 0;
    }

    Duration lateBy() {
        return Duration.between(occurredAt, recordedAt);
    }

    boolean aboutClock() {
        return ClockRun.TYPES.contains(type);
    }
}
