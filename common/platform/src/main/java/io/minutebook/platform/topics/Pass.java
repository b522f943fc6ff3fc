package io.minutebook.platform.topics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One copy of a view on its way through the topics. Used by one thread. */
final class Pass implements AutoCloseable {
    private static final Duration LOOK_SOON = Duration.ofSeconds(1);
    private static final Duration LOOK_LATER = Duration.ofSeconds(30);

    private final TopicView view;
    private final Copy copy;
    private final String reader;
    private final Positions positions;
    private final DeadRecords deadRecords;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private Set<TopicPartition> assigned = Set.of();
    private Instant lookAt = Instant.MIN;

    Pass(
            TopicView view,
            Copy copy,
            Positions positions,
            DeadRecords deadRecords,
            TransactionTemplate transaction,
            InstantSource clock,
            Map<String, Object> settings) {
        this.view = view;
        this.copy = copy;
        this.reader = readerOf(view, copy);
        this.positions = positions;
        this.deadRecords = deadRecords;
        this.transaction = transaction;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static String readerOf(TopicView view, Copy copy) {
        return view.name() + copy.suffix();
    }

    /** Reads once and applies what came; answers how many records that were. */
    int step(Duration wait) {
        assign();
        if (assigned.isEmpty()) {
            return 0;
        }
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(wait).forEach(records::add);
        if (!records.isEmpty()) {
            apply(records);
        }
        return records.size();
    }

    /** Forgets what is in flight and goes on from the stored positions. */
    void reset() {
        assigned = Set.of();
        lookAt = Instant.MIN;
    }

    /** How many records lie between the stored positions and the topics' ends, as far as is known. */
    long lag() {
        return assigned.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    Map<TopicPartition, Long> ends() {
        assign();
        return consumer.endOffsets(assigned);
    }

    Map<TopicPartition, Long> beginnings() {
        assign();
        return consumer.beginningOffsets(assigned);
    }

    /** Where it stands; what lies before is applied. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> found = new HashMap<>();
        assigned.forEach(partition -> found.put(partition, consumer.position(partition)));
        return found;
    }

    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void assign() {
        Instant now = clock.instant();
        if (now.isBefore(lookAt)) {
            return;
        }
        Set<TopicPartition> found = new HashSet<>();
        boolean missing = false;
        for (String topic : view.topics()) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            missing |= partitions == null || partitions.isEmpty();
            if (partitions != null) {
                partitions.forEach(partition -> found.add(new TopicPartition(topic, partition.partition())));
            }
        }
        lookAt = now.plus(missing ? LOOK_SOON : LOOK_LATER);
        if (!found.equals(assigned)) {
            consumer.assign(found);
            assigned = Set.copyOf(found);
            seek();
        }
    }

    private void seek() {
        next.clear();
        Map<TopicPartition, Long> stored = positions.of(reader);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(assigned);
        for (TopicPartition partition : assigned) {
            long from = stored.getOrDefault(partition, beginnings.getOrDefault(partition, 0L));
            consumer.seek(partition, from);
            next.put(partition, from);
        }
    }

    /** All in one transaction; where the data itself is refused, in halves, until the one record is found that it is about. */
    private void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            transaction.executeWithoutResult(status -> write(records));
            records.forEach(record -> next.put(partition(record), record.offset() + 1));
        } catch (RuntimeException failed) {
            if (!aboutTheData(failed)) {
                throw failed;
            }
            if (records.size() == 1) {
                setAside(records.getFirst(), failed);
            } else {
                int middle = records.size() / 2;
                apply(records.subList(0, middle));
                apply(records.subList(middle, records.size()));
            }
        }
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) {
        holdPositions();
        List<Fact> facts = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                facts.add(Facts.read(record));
            } catch (Facts.Unreadable unreadable) {
                deadRecords.add(view.name(), record, String.valueOf(unreadable.getMessage()));
            }
        }
        if (!facts.isEmpty()) {
            view.apply(copy, facts);
        }
        advance(records);
    }

    private void setAside(ConsumerRecord<byte[], byte[]> record, RuntimeException reason) {
        transaction.executeWithoutResult(status -> {
            holdPositions();
            deadRecords.add(view.name(), record, String.valueOf(reason.getMessage()));
            advance(List.of(record));
        });
        next.put(partition(record), record.offset() + 1);
    }

    private void advance(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> moved = new HashMap<>();
        records.forEach(record -> moved.put(partition(record), record.offset() + 1));
        positions.advance(reader, moved);
    }

    /** Another instance that took over in between has moved the positions: then nothing of this batch counts. */
    private void holdPositions() {
        positions.hold(reader).forEach((partition, stored) -> {
            Long mine = next.get(partition);
            if (mine != null && !mine.equals(stored)) {
                throw new TopicsUnavailable(
                        reader + " was moved by another instance", new IllegalStateException(partition.toString()));
            }
        });
    }

    private static boolean aboutTheData(RuntimeException failed) {
        return switch (failed) {
            case DataIntegrityViolationException refused -> true;
            case DataAccessException elsewhere -> false;
            case TransactionException elsewhere -> false;
            case TopicsUnavailable elsewhere -> false;
            default ->
                !(failed instanceof org.apache.kafka.common.KafkaException)
                        && !Thread.currentThread().isInterrupted();
        };
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
