package io.minutebook.platform.messaging;

import io.minutebook.contract.PublishedEvent;
import io.minutebook.eventlog.LogPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** CloudEvents 1.0 in Kafka's binary mode: attributes in headers, the event as JSON in the value, the subject as key. */
final class CloudEvent {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CloudEvent() {}

    static String type(ConsumerRecord<String, byte[]> message) {
        return needed(message, "ce_type");
    }

    static String id(ConsumerRecord<String, byte[]> message) {
        return needed(message, "ce_id");
    }

    static String source(ConsumerRecord<String, byte[]> message) {
        return needed(message, "ce_source");
    }

    /** The place of the event in its source's log; null where the record does not say. */
    static @Nullable LogPosition logPosition(ConsumerRecord<String, byte[]> message) {
        String position = header(message, "ce_logposition");
        return position == null ? null : LogPosition.parse(position);
    }

    static String subject(ConsumerRecord<String, byte[]> message) {
        String subject = header(message, "ce_subject");
        return subject != null ? subject : String.valueOf(message.key());
    }

    static <P extends PublishedEvent> Message<P> read(ConsumerRecord<String, byte[]> message, Class<P> record) {
        return new Message<>(
                UUID.fromString(needed(message, "ce_id")),
                needed(message, "ce_source"),
                needed(message, "ce_subject"),
                Instant.parse(needed(message, "ce_time")),
                Instant.parse(needed(message, "ce_recordedtime")),
                needed(message, "ce_actor"),
                header(message, "ce_site"),
                JSON.readValue(message.value(), record));
    }

    static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String needed(ConsumerRecord<String, byte[]> message, String name) {
        String value = header(message, name);
        if (value == null) {
            throw new IllegalArgumentException("the record has no header " + name);
        }
        return value;
    }
}
