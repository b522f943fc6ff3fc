package io.minutebook.platform.messaging;

import io.minutebook.eventlog.BackgroundLoop;
import io.minutebook.eventlog.Inbox;
import io.minutebook.eventlog.Inbox.InboxPartition;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.eventlog.LogUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Consumes the partitions that are this instance's share: each in its order, several at once, so that their commands share appends. One whose
 * record cannot be answered for now waits by itself and holds up no other.
 */
final class InboxConsumer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InboxConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LOOK_FOR_PARTITIONS_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration TRY_AGAIN = Duration.ofMillis(250);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Set<String> topics;
    private final Callable<Consumer<String, byte[]>> consumers;
    private final Inbox inbox;
    private final RecordHandler recordHandler;
    private final LeaseCoordinator shares;
    private final Set<TopicPartition> known = new HashSet<>();
    private final Map<TopicPartition, Part> leased = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> waiting = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final BackgroundLoop loop =
            new BackgroundLoop(Thread.ofPlatform().daemon().name("hearing"), TRY_AGAIN, TRY_AGAIN, this::consume);
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private long lookAt = System.nanoTime();

    InboxConsumer(
            Set<String> topics,
            Callable<Consumer<String, byte[]>> consumers,
            Inbox inbox,
            RecordHandler recordHandler,
            LeaseCoordinator shares) {
        this.topics = Set.copyOf(topics);
        this.consumers = consumers;
        this.inbox = inbox;
        this.recordHandler = recordHandler;
        this.shares = shares;
    }

    /** A partition, while it is consumed here. */
    private final class Part implements LeaseCoordinator.LeasedTask {
        private final TopicPartition partition;
        private Map<String, LogPosition> marks = new HashMap<>();

        Part(TopicPartition partition) {
            this.partition = partition;
        }

        @Override
        public String name() {
            return "hear." + partition;
        }

        @Override
        public void begin() {
            leased.put(partition, this);
            wakeUp();
        }

        @Override
        public void end() {
            leased.remove(partition);
            wakeUp();
            turn.lock();
            turn.unlock();
        }

        InboxPartition place() {
            return new InboxPartition(partition.topic(), partition.partition());
        }
    }

    @Override
    public void start() {
        if (!topics.isEmpty()) {
            loop.start();
        }
    }

    @Override
    public void stop() {
        loop.stop(STOP_WITHIN, this::wakeUp);
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }

    private void wakeUp() {
        Consumer<String, byte[]> polling = consumer;
        if (polling != null) {
            polling.wakeup();
        }
    }

    private void consume() throws Exception {
        try (Consumer<String, byte[]> mine = consumers.call();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            consumer = mine;
            while (loop.running()) {
                step(mine, threads);
            }
        } finally {
            consumer = null;
            waiting.clear();
        }
    }

    private void step(Consumer<String, byte[]> consumer, ExecutorService threads) throws InterruptedException {
        try {
            look(consumer);
            turn.lock();
            try {
                assign(consumer);
            } finally {
                turn.unlock();
            }
            if (consumer.assignment().isEmpty()) {
                loop.pause(TRY_AGAIN);
                return;
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            turn.lock();
            try {
                if (!records.isEmpty()) {
                    answer(consumer, records, threads);
                }
            } finally {
                turn.unlock();
            }
        } catch (WakeupException e) {
            // the share has changed, or it is time to stop
        } catch (LogUnavailable | KafkaException e) {
            LOG.info("the topics wait: {}", e.toString());
            consumer.assign(Set.of());
            loop.pause(TRY_AGAIN);
        }
    }

    /** New partitions are parts of the work as soon as they are seen. */
    private void look(Consumer<String, byte[]> consumer) {
        if (lookAt - System.nanoTime() > 0) {
            return;
        }
        lookAt = System.nanoTime() + (known.isEmpty() ? TRY_AGAIN.toNanos() : LOOK_FOR_PARTITIONS_NANOS);
        for (String topic : topics) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            if (partitions != null) {
                partitions.stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .filter(known::add)
                        .map(Part::new)
                        .forEach(shares::add);
            }
        }
    }

    private void assign(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> mine = Set.copyOf(leased.keySet());
        if (!consumer.assignment().equals(mine)) {
            Set<TopicPartition> before = Set.copyOf(consumer.assignment());
            consumer.assign(mine);
            for (TopicPartition partition : mine) {
                Part part = leased.get(partition);
                if (part != null && !before.contains(partition)) {
                    part.marks = new ConcurrentHashMap<>(inbox.marks(part.place()));
                    consumer.seek(partition, inbox.nextOffset(part.place()));
                }
            }
            waiting.keySet().retainAll(mine);
        }
        waiting.entrySet().removeIf(wait -> {
            boolean over = wait.getValue() - System.nanoTime() <= 0;
            if (over) {
                consumer.resume(Set.of(wait.getKey()));
            }
            return over;
        });
    }

    private void answer(
            Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records, ExecutorService threads)
            throws InterruptedException {
        Map<TopicPartition, Future<Long>> answers = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            Part part = leased.get(partition);
            List<ConsumerRecord<String, byte[]>> batch = records.records(partition);
            if (part != null) {
                answers.put(partition, threads.submit(() -> inOrder(part, batch)));
            } else {
                // if the lease is back before partitions are assigned again, reading goes on from here
                consumer.seek(partition, batch.getFirst().offset());
            }
        }
        Map<InboxPartition, Long> read = new HashMap<>();
        for (Map.Entry<TopicPartition, Future<Long>> each : answers.entrySet()) {
            TopicPartition partition = each.getKey();
            long next = result(each.getValue());
            read.put(new InboxPartition(partition.topic(), partition.partition()), next);
            if (next < consumer.position(partition)) {
                consumer.seek(partition, next);
                consumer.pause(Set.of(partition));
                waiting.put(partition, System.nanoTime() + TRY_AGAIN.toNanos());
            }
        }
        inbox.read(read);
    }

    /** The offset to go on from: behind the last record, or that of the first which could not be answered for now. */
    private long inOrder(Part part, List<ConsumerRecord<String, byte[]>> records) {
        for (ConsumerRecord<String, byte[]> message : records) {
            if (leased.get(part.partition) != part || !recordHandler.handled(message, part.marks)) {
                return message.offset();
            }
        }
        return records.getLast().offset() + 1;
    }

    private static long result(Future<Long> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
