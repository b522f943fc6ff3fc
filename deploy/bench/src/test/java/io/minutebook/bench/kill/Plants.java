package io.minutebook.bench.kill;

import io.minutebook.bench.kill.judge.Marks;
import io.minutebook.bench.kill.judge.Sent;
import io.minutebook.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Faults planted at the edges of a running system. */
final class Plants {
    private Plants() {}

    /** The commands, and one more acknowledgement that no service ever gave, for a case that is there. */
    static List<Sent> acknowledgedBeforeCommit(List<Sent> commands) {
        Sent real = commands.stream()
                .filter(command -> command.effects().contains("ProgressReported"))
                .filter(command -> command.outcome() == Sent.Outcome.ACKNOWLEDGED)
                .findFirst()
                .orElseThrow();
        List<Sent> more = new ArrayList<>(commands);
        more.add(new Sent(
                real.walk(),
                99,
                real.service(),
                real.stream(),
                Marks.of("planted"),
                real.effects(),
                real.outcome(),
                "204"));
        return more;
    }

    /** Tells the first record of a topic once more, under a new id, as a relay would that does not know what it sent. */
    static void toldUnderNewId(String bootstrap) throws Exception {
        ConsumerRecord<byte[], byte[]> first = first(bootstrap);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var copy = new ProducerRecord<>(first.topic(), first.partition(), first.key(), first.value());
            first.headers().forEach(header -> copy.headers().add(header));
            copy.headers().remove("ce_id");
            copy.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
            producer.send(copy).get();
        }
    }

    private static ConsumerRecord<byte[], byte[]> first(String bootstrap) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ESCALATION_CASES).stream()
                    .map(partition -> new TopicPartition(Topics.ESCALATION_CASES, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    return message;
                }
            }
        }
    }
}
