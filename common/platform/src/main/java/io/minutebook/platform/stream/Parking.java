package io.minutebook.platform.stream;

import io.minutebook.contract.Topics;
import io.minutebook.eventlog.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Where records wait that no command could be made of, and all later ones of the same case behind them. */
final class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String service;
    private final DeadLetters letters;
    private final Producer<String, byte[]> producer;
    private volatile boolean any;

    Parking(String service, DeadLetters letters, Producer<String, byte[]> producer) {
        this.service = service;
        this.letters = letters;
        this.producer = producer;
        this.any = letters.count() > 0;
    }

    boolean waits(ConsumerRecord<String, byte[]> message) {
        return any && letters.waits(CloudEvent.subject(message));
    }

    void park(ConsumerRecord<String, byte[]> message, String reason) {
        Map<String, String> headers = new TreeMap<>();
        message.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        byte[] payload = message.value() == null ? new byte[0] : message.value();
        letters.park(new DeadLetters.DeadLetter(
                message.topic(),
                message.partition(),
                message.offset(),
                CloudEvent.subject(message).replace("\0", ""),
                JSON.writeValueAsString(headers),
                payload,
                reason.replace("\0", "")));
        any = true;
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(Topics.deadLetters(service), message.key(), message.value());
        message.headers().forEach(header -> copy.headers().add(header));
        copy.headers().add("reason", reason.getBytes(StandardCharsets.UTF_8));
        producer.send(copy);
        LOG.warn("parked {}-{}@{}: {}", message.topic(), message.partition(), message.offset(), reason);
    }
}
