package io.minutebook.followup.view.ledger;

import io.minutebook.eventlog.Actor;
import io.minutebook.followup.record.EntryFields;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.projection.CloudEventReader;
import io.minutebook.projection.StringPool;
import io.minutebook.projection.TopicEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes entries of the events on the topics. */
final class TopicEntries {
    private TopicEntries() {}

    /** Returns the entry as the database keeps it: times in microseconds. */
    static RecordEntry of(TopicEvent topicEvent) {
        return of(topicEvent, topicEvent.subject());
    }

    /**
     * @param subject the event's, as the one object that entries of the same subject share
     * @throws CloudEventReader.Unreadable where the value is no JSON object
     */
    static RecordEntry of(TopicEvent topicEvent, String subject) {
        EntryFields fields = fields(topicEvent, subject);
        return new RecordEntry(
                topicEvent.eventId(),
                topicEvent.service(),
                topicEvent.type(),
                subject,
                stored(topicEvent.occurredAt()),
                stored(topicEvent.recordedAt()),
                topicEvent.causationId(),
                topicEvent.sequence(),
                StringPool.word(new Actor(topicEvent.actor(), topicEvent.via()).stored()),
                topicEvent.site(),
                RecordEntry.imports(topicEvent.type()) ? fields.rank() : null,
                topicEvent.data(),
                fields);
    }

    private static EntryFields fields(TopicEvent topicEvent, String subject) {
        try {
            return EntryFields.of(topicEvent.type(), subject, topicEvent.data());
        } catch (IllegalArgumentException malformed) {
            throw new CloudEventReader.Unreadable("the value is no JSON object");
        }
    }

    private static Instant stored(Instant at) {
        return at.getNano() % 1000 == 0 ? at : at.truncatedTo(ChronoUnit.MICROS);
    }
}
