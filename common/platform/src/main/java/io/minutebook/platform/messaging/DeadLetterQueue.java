package io.minutebook.platform.messaging;

import io.minutebook.contract.Topics;
import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.DeadLetters.Letter;
import io.minutebook.eventlog.InboxKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where records wait that no command could be made of, and all later ones of the same case behind them. */
final class DeadLetterQueue {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterQueue.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String service;
    private final DeadLetters letters;
    private final Producer<String, byte[]> producer;

    DeadLetterQueue(String service, DeadLetters letters, Producer<String, byte[]> producer) {
        this.service = service;
        this.letters = letters;
        this.producer = producer;
    }

    /** Parks the record if an earlier one of its case waits; returns whether it did. */
    boolean parkBehind(ConsumerRecord<String, byte[]> message, @Nullable InboxKey inboxKey) {
        return letters.waits(subject(message)) && letters.parkBehind(letter(message, inboxKey));
    }

    void park(ConsumerRecord<String, byte[]> message, @Nullable InboxKey inboxKey, String reason, boolean temporary) {
        letters.park(letter(message, inboxKey), reason.replace("\0", ""), temporary);
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(Topics.deadLetters(service), message.key(), message.value());
        message.headers().forEach(header -> copy.headers().add(header));
        copy.headers().add("reason", reason.getBytes(StandardCharsets.UTF_8));
        producer.send(copy);
        LOG.warn("parked {}-{}@{}: {}", message.topic(), message.partition(), message.offset(), reason);
    }

    /** The record as it came. */
    static ConsumerRecord<String, byte[]> record(Letter letter) {
        Headers headers = new RecordHeaders();
        JSON.readValue(letter.headers(), new TypeReference<Map<String, String>>() {})
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                letter.payload().length,
                letter.subject(),
                letter.payload(),
                headers,
                Optional.empty());
    }

    private static Letter letter(ConsumerRecord<String, byte[]> message, @Nullable InboxKey inboxKey) {
        Map<String, String> headers = new TreeMap<>();
        message.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return new Letter(
                message.topic(),
                message.partition(),
                message.offset(),
                subject(message),
                JSON.writeValueAsString(headers),
                message.value() == null ? new byte[0] : message.value(),
                inboxKey);
    }

    private static String subject(ConsumerRecord<String, byte[]> message) {
        return CloudEvent.subject(message).replace("\0", "");
    }
}
