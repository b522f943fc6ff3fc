package io.minutebook.platform.messaging;

import io.minutebook.contract.PublishedEvent;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.projection.CloudEventReader;
import io.minutebook.projection.TopicEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a record of a topic says to a listener. */
final class CloudEvent {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CloudEvent() {}

    static String type(ConsumerRecord<String, byte[]> message) {
        return CloudEventReader.needed(message, "ce_type");
    }

    static String id(ConsumerRecord<String, byte[]> message) {
        return CloudEventReader.needed(message, "ce_id");
    }

    static String source(ConsumerRecord<String, byte[]> message) {
        return CloudEventReader.needed(message, "ce_source");
    }

    /** The place of the event in its source's log; null where the record does not say. */
    static @Nullable LogPosition logPosition(ConsumerRecord<String, byte[]> message) {
        String position = CloudEventReader.header(message, "ce_logposition");
        return position == null ? null : LogPosition.parse(position);
    }

    /** Also of a record that is otherwise unreadable. */
    static String subject(ConsumerRecord<String, byte[]> message) {
        String subject = CloudEventReader.header(message, "ce_subject");
        return subject != null ? subject : String.valueOf(message.key());
    }

    static <P extends PublishedEvent> Message<P> read(ConsumerRecord<String, byte[]> message, Class<P> record) {
        TopicEvent event = CloudEventReader.read(message);
        return new Message<>(
                event.eventId(),
                event.service(),
                event.subject(),
                event.occurredAt(),
                event.recordedAt(),
                event.actor(),
                event.site(),
                JSON.readValue(event.data(), record));
    }
}
