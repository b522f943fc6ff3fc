package io.minutebook.bench.raw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills a topic with what is in it, under other ids: each id becomes another one, the same one wherever it stands. */
public final class RecordClones {
    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    private static final long BITS = 0x0000_FFFF_FFFF_FFFFL;

    private RecordClones() {}

    /** Until there are so many records. */
    public static void fill(String kafka, Topic topic, long wanted) {
        List<ConsumerRecord<byte[], byte[]>> template = new ArrayList<>();
        topic.read(Long.MAX_VALUE, template::add);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka, "acks", "all", "compression.type", "lz4", "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long there = template.size();
            for (long round = 1; there < wanted; round++) {
                for (var record : template) {
                    producer.send(again(record, round));
                }
                there += template.size();
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record, long round) {
        var copy = new ProducerRecord<>(record.topic(), other(record.key(), round), other(record.value(), round));
        record.headers().forEach(header -> copy.headers().add(header.key(), other(header.value(), round)));
        return copy;
    }

    private static byte[] other(byte[] text, long round) {
        return ID.matcher(new String(text, StandardCharsets.UTF_8))
                .replaceAll(
                        found -> other(UUID.fromString(found.group()), round).toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static UUID other(UUID id, long round) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ (round * 0x9E37_79B9_7F4AL & BITS));
    }
}
