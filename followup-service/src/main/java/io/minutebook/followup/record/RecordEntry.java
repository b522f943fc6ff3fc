package io.minutebook.followup.record;

import io.minutebook.contract.CaseStatus;
import io.minutebook.contract.Catalogue;
import io.minutebook.contract.HistoryImported;
import io.minutebook.eventlog.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One published event as the ledger keeps it.
 *
 * @param subject the case, or for an event of a call the call
 * @param sequence place in its service's stream
 * @param actor who did it, and the machine that acted for them where one did, as {@link Actor#stored} writes it
 * @param rank place among a case's imported rows; null for everything that was not imported
 * @param data the event's value as it was published, JSON
 * @param fields what the list and the clocks go by in it
 */
public record RecordEntry(
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
    public static final Duration LATE_AFTER = Duration.ofSeconds(60);

    private static final String IMPORTED = HistoryImported.class.getSimpleName();

    public static final JsonMapper JSON = JsonMapper.builder().build();

    public RecordEntry(
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

    /** What is needed to sum a case up, at a fraction of the memory. */
    public RecordEntry withoutData() {
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

    /** Returns who did it: a person, or the client, service or clock where no person did. */
    public String person() {
        return Actor.of(actor).person();
    }

    /** Returns the machine that acted for the person; null where none did. */
    public @Nullable String via() {
        return Actor.of(actor).via();
    }

    /** Returns whether events of this name are rows of another system's log. */
    public static boolean imports(String type) {
        return type.equals(IMPORTED);
    }

    /** Returns what the contract says of the event; null for one that only a newer contract knows. */
    public Catalogue.@Nullable EventType kind() {
        return Catalogue.named(type).orElse(null);
    }

    /** Returns the status of the case from this event on; null where it stays as it is. */
    @Nullable
    public CaseStatus status() {
        Catalogue.EventType kind = kind();
        return kind == null ? null : kind.status();
    }

    /** Returns whether a suspended case goes on with this event. */
    public boolean resumes() {
        Catalogue.EventType kind = kind();
        return kind != null && kind.resumes();
    }

    public JsonNode read() {
        return JSON.readTree(data);
    }

    public boolean imported() {
        return rank != null;
    }

    public boolean late() {
        return !imported() && lateBy().compareTo(LATE_AFTER) > 0;
    }

    public Duration lateBy() {
        return Duration.between(occurredAt, recordedAt);
    }

    public boolean aboutClock() {
        return ClockRun.TYPES.contains(type);
    }
}
