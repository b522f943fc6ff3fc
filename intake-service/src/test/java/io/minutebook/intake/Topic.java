package io.minutebook.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.minutebook.testing.Stand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what intake has published, and speaks as the other services would. */
final class Topic {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** One published event. */
    record Heard(
            String type, @Nullable String actor, @Nullable String causationId, String id, JsonNode value) {}

    private Topic() {}

    /** The events of one subject, once the last of them is of this type. */
    static List<Heard> until(String topic, String subject, String lastType) {
        return until(
                topic,
                subject,
                heard -> heard.stream().anyMatch(event -> event.type().equals(lastType)));
    }

    static List<Heard> until(String topic, String subject, Predicate<List<Heard>> enough) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<Heard> heard = new ArrayList<>();
            await().atMost(30, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (subject.equals(message.key())) {
                        heard.add(heard(message));
                    }
                });
                return enough.test(heard);
            });
            return heard;
        }
    }

    /** Says something as another service. */
    static void say(String topic, String type, String subject, Object value) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(topic, subject, JSON.writeValueAsBytes(value));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            topic.substring(0, topic.indexOf('.')),
                            "ce_type",
                            type,
                            "ce_subject",
                            subject,
                            "ce_time",
                            Instant.now().toString(),
                            "ce_recordedtime",
                            Instant.now().toString(),
                            "ce_sequence",
                            "0",
                            "ce_actor",
                            "somebody")
                    .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
        }
    }

    private static Heard heard(ConsumerRecord<String, byte[]> message) {
        return new Heard(
                String.valueOf(header(message, "ce_type")),
                header(message, "ce_actor"),
                header(message, "ce_causationid"),
                String.valueOf(header(message, "ce_id")),
                JSON.readTree(message.value()));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
