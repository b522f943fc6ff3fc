package io.minutebook.bench.raw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic as it is, read without a group. */
public final class Topic implements AutoCloseable {
    private final String name;
    private final IntPredicate mine;
    private final Consumer<byte[], byte[]> consumer;

    public Topic(String kafka, String name) {
        this(kafka, name, partition -> true);
    }

    /** These partitions of it only. */
    Topic(String kafka, String name, IntPredicate mine) {
        this.name = name;
        this.mine = mine;
        this.consumer = new KafkaConsumer<>(
                // a question that the broker keeps keeps the consumer from closing: by default for half a second
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "max.poll.records",
                        10_000,
                        "fetch.max.bytes",
                        64 << 20,
                        "fetch.max.wait.ms",
                        10),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    String name() {
        return name;
    }

    /** How many records there are. */
    public long size() {
        var partitions = partitions();
        return sum(consumer.endOffsets(partitions)) - sum(consumer.beginningOffsets(partitions));
    }

    /** Reads from the beginning until all records were seen that there are now, or so many; returns how many. */
    public long read(long most, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        long all = Math.min(most, size());
        consumer.assign(partitions());
        consumer.seekToBeginning(partitions());
        long seen = 0;
        while (seen < all) {
            var some = consumer.poll(Duration.ofMillis(100));
            some.forEach(each);
            seen += some.count();
        }
        return seen;
    }

    List<TopicPartition> partitions() {
        var partitions = new ArrayList<TopicPartition>();
        consumer.partitionsFor(name).stream()
                .filter(info -> mine.test(info.partition()))
                .forEach(info -> partitions.add(new TopicPartition(name, info.partition())));
        return partitions;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
