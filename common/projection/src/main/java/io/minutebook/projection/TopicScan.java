package io.minutebook.projection;

import io.minutebook.projection.ProjectionConsumer.PartitionSubset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads topics once, from their beginnings to where they end now, and keeps no position. Records that are no events are passed over. */
public final class TopicScan {
    private static final Logger LOG = LoggerFactory.getLogger(TopicScan.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    private TopicScan() {}

    /**
     * Returns how many records it read.
     *
     * @param takers may find that a fact is {@link CloudEventReader.Unreadable} after all; each is given the facts of its own share of the partitions, by a thread of its own; partitions of the same number go to the same
     */
    public static long read(Map<String, Object> settings, List<String> topics, List<Consumer<TopicEvent>> takers) {
        try (ExecutorService threads = Executors.newFixedThreadPool(takers.size())) {
            List<CompletableFuture<Long>> reading = new ArrayList<>();
            for (int number = 0; number < takers.size(); number++) {
                PartitionSubset share = new PartitionSubset(number, takers.size());
                Consumer<TopicEvent> taker = takers.get(number);
                reading.add(CompletableFuture.supplyAsync(() -> read(settings, topics, share, taker), threads));
            }
            return reading.stream().mapToLong(CompletableFuture::join).sum();
        }
    }

    private static long read(
            Map<String, Object> settings, List<String> topics, PartitionSubset share, Consumer<TopicEvent> taker) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                ProjectionConsumers.readingMuch(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> mine = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .filter(partition -> share.has(partition.partition()))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(mine);
            consumer.seekToBeginning(mine);
            Map<TopicPartition, Long> goal = consumer.endOffsets(mine);
            Map<TopicPartition, Long> at = new HashMap<>(consumer.beginningOffsets(mine));
            long records = 0;
            while (!RebuildJob.reached(at, goal)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                    try {
                        taker.accept(CloudEventReader.read(record));
                    } catch (CloudEventReader.Unreadable unreadable) {
                        LOG.debug(
                                "{}-{}@{} is no event",
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                unreadable);
                    }
                    records++;
                }
                mine.forEach(partition -> at.put(partition, consumer.position(partition)));
            }
            return records;
        }
    }
}
