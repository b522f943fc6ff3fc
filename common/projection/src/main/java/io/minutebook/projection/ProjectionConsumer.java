package io.minutebook.projection;

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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One copy of a view on its way through the topics. Used by one thread. */
final class ProjectionConsumer implements AutoCloseable {
    private static final Duration LOOK_SOON = Duration.ofSeconds(1);
    private static final Duration LOOK_LATER = Duration.ofSeconds(30);

    /** What a pass does with the facts of a batch, within the transaction that moves its position. */
    interface BatchWriter {
        void write(List<TopicEvent> events);

        /** The transaction was rolled back, or another instance wrote: what is remembered of the tables is no longer true. */
        default void forget() {}
    }

    /** Which of the partitions it reads: every {@code of}-th, from {@code number} on. */
    record PartitionSubset(int number, int of) {
        static final PartitionSubset ALL = new PartitionSubset(0, 1);

        boolean has(int partition) {
            return partition % of == number;
        }
    }

    private final Projection view;
    private final String reader;
    private final PartitionSubset share;
    private final BatchWriter writing;
    private final Checkpoints checkpoints;
    private final ProjectionDeadLetters projectionDeadLetters;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private Set<TopicPartition> assigned = Set.of();
    private Instant lookAt = Instant.MIN;

    ProjectionConsumer(
            Projection view,
            TableCopy tableCopy,
            PartitionSubset share,
            BatchWriter writing,
            Checkpoints checkpoints,
            ProjectionDeadLetters projectionDeadLetters,
            TransactionTemplate transaction,
            InstantSource clock,
            Map<String, Object> settings) {
        this.view = view;
        this.reader = readerOf(view, tableCopy);
        this.share = share;
        this.writing = writing;
        this.checkpoints = checkpoints;
        this.projectionDeadLetters = projectionDeadLetters;
        this.transaction = transaction;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static String readerOf(Projection view, TableCopy tableCopy) {
        return view.name() + tableCopy.suffix();
    }

    /** Reads once and applies what came; returns how many records that were. */
    int step(Duration wait) {
        assign();
        if (assigned.isEmpty()) {
            return 0;
        }
        List<PolledRecord> batch = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            batch.add(PolledRecord.of(record));
        }
        if (!batch.isEmpty()) {
            apply(batch);
        }
        return batch.size();
    }

    /** False while its topics do not exist yet. */
    boolean assigned() {
        return !assigned.isEmpty();
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
                partitions.stream()
                        .filter(partition -> share.has(partition.partition()))
                        .forEach(partition -> found.add(new TopicPartition(topic, partition.partition())));
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
        writing.forget();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(assigned);
        Map<TopicPartition, Long> stored = transaction.execute(status -> checkpoints.open(reader, beginnings));
        if (stored != null) {
            next.putAll(stored);
        }
        next.forEach(consumer::seek);
        projectionDeadLetters.send(view.name());
    }

    /** All in one transaction; where the data itself is refused, in halves, until the one record is found that it is about. */
    private void apply(List<PolledRecord> batch) {
        try {
            write(batch);
        } catch (RuntimeException failed) {
            writing.forget();
            if (!aboutTheData(failed)) {
                throw failed;
            }
            if (batch.size() == 1) {
                write(List.of(batch.getFirst().refused(failed)));
            } else {
                int middle = batch.size() / 2;
                apply(batch.subList(0, middle));
                apply(batch.subList(middle, batch.size()));
            }
        }
    }

    private void write(List<PolledRecord> batch) {
        List<TopicEvent> events = new ArrayList<>(batch.size());
        List<PolledRecord> dead = new ArrayList<>();
        Map<TopicPartition, Long> moved = new HashMap<>();
        for (PolledRecord polledRecord : batch) {
            if (polledRecord.event() == null) {
                dead.add(polledRecord);
            } else {
                events.add(polledRecord.event());
            }
            moved.put(polledRecord.partition(), polledRecord.next());
        }
        transaction.executeWithoutResult(status -> {
            hold();
            dead.forEach(polledRecord ->
                    projectionDeadLetters.add(view.name(), polledRecord.record(), polledRecord.refusal()));
            if (!events.isEmpty()) {
                writing.write(events);
            }
            checkpoints.advance(reader, moved);
        });
        next.putAll(moved);
        if (!dead.isEmpty()) {
            projectionDeadLetters.send(view.name());
        }
    }

    /**
     * Within a transaction: its positions are held, so that two instances that both believe to have the lead write one after the other; compared, so that of what the other one has written
     * nothing counts twice.
     */
    void hold() {
        Map<TopicPartition, Long> stored = checkpoints.hold(reader, assigned);
        if (!stored.equals(next)) {
            throw new ProjectionInterrupted(
                    reader + " was moved by another instance",
                    new IllegalStateException("at " + stored + ", expected " + next));
        }
    }

    private static boolean aboutTheData(RuntimeException failed) {
        return switch (failed) {
            case DataIntegrityViolationException refused -> true;
            case DataAccessException elsewhere -> false;
            case TransactionException elsewhere -> false;
            case ProjectionInterrupted elsewhere -> false;
            default ->
                !(failed instanceof KafkaException) && !Thread.currentThread().isInterrupted();
        };
    }
}
