package io.minutebook.platform.messaging;

import static java.util.Objects.requireNonNullElse;

import io.minutebook.contract.FaultCleared;
import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.Inbox;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Parcel;
import io.minutebook.platform.telemetry.TraceHeaders;
import io.minutebook.testing.Stand;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContext;

/** One of several instances of a service that share the partitions of a topic. */
final class ConsumerInstance implements AutoCloseable {
    /** Records that this instance cannot answer for now. */
    final Set<UUID> unavailable = ConcurrentHashMap.newKeySet();
    /** Records in which this instance hangs. */
    final Map<UUID, CountDownLatch> held = new ConcurrentHashMap<>();
    /** The records that a command was asked for, in the order of the attempts. */
    final List<UUID> tried = new CopyOnWriteArrayList<>();
    /** Done once, after the next records have come and before they are answered. */
    final AtomicReference<@Nullable Runnable> afterPoll = new AtomicReference<>();
    /** Done once, before the inbox is next read or written. */
    final AtomicReference<@Nullable Runnable> beforeInbox = new AtomicReference<>();
    /** How often leases have come and gone. */
    final AtomicInteger changes = new AtomicInteger();

    final LeaseCoordinator shares;
    private final String leases;
    private final Sessions sessions = new Sessions();
    private final String name = "hearing " + UUID.randomUUID();
    private final InboxConsumer inboxConsumer;

    ConsumerInstance(ApplicationContext service, String events, String leases, String topic) {
        this.leases = leases;
        sessions.setUrl(leases);
        sessions.setApplicationName(name);
        shares = new LeaseCoordinator(sessions);
        Inboxes inboxes = new Inboxes();
        inboxes.setUrl(events);
        MessageDispatcher messageDispatcher = new MessageDispatcher(
                Map.of(FaultCleared.class, new Notes()),
                service.getBean(Commands.class),
                service.getBean(TraceHeaders.class));
        DeadLetterQueue deadLetterQueue = new DeadLetterQueue(
                "trial",
                service.getBean(DeadLetters.class),
                new MockProducer<>(Cluster.empty(), true, null, new StringSerializer(), new ByteArraySerializer()));
        inboxConsumer = new InboxConsumer(
                Set.of(topic),
                Polling::new,
                new Inbox(inboxes),
                new RecordHandler(messageDispatcher, deadLetterQueue),
                shares);
        inboxConsumer.start();
        shares.start();
    }

    int tries(UUID eventId) {
        return Collections.frequency(tried, eventId);
    }

    void release() {
        held.values().forEach(CountDownLatch::countDown);
    }

    /** Takes the instance's leases from it, without its notice, until it may have a session again. */
    void loseSession() {
        sessions.cut = true;
        PGSimpleDataSource operator = new PGSimpleDataSource();
        operator.setUrl(leases);
        try (Connection connection = operator.getConnection();
                Statement terminate = connection.createStatement()) {
            terminate.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + name + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void regainSession() {
        sessions.cut = false;
    }

    @Override
    public void close() {
        release();
        shares.close();
        inboxConsumer.stop();
    }

    private final class Notes implements Listener<FaultCleared> {
        @Override
        public Class<FaultCleared> eventType() {
            return FaultCleared.class;
        }

        @Override
        public Object command(Message<FaultCleared> message) {
            UUID id = message.eventId();
            tried.add(id);
            if (unavailable.contains(id)) {
                throw new LogUnavailable("planted", null);
            }
            CountDownLatch released = held.get(id);
            if (released != null) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return new Parcel.Command.NoteClearance(message.subject(), message.occurredAt());
        }
    }

    private final class Polling extends KafkaConsumer<String, byte[]> {
        Polling() {
            super(
                    Map.of(
                            "bootstrap.servers",
                            Stand.kafka().bootstrapServers(),
                            "auto.offset.reset",
                            "earliest",
                            "enable.auto.commit",
                            false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
        }

        @Override
        public ConsumerRecords<String, byte[]> poll(Duration timeout) {
            ConsumerRecords<String, byte[]> records = super.poll(timeout);
            if (!records.isEmpty()) {
                once(afterPoll);
            }
            return records;
        }

        @Override
        public void wakeup() {
            super.wakeup();
            changes.incrementAndGet();
        }
    }

    private static void once(AtomicReference<@Nullable Runnable> work) {
        requireNonNullElse(work.getAndSet(null), () -> {}).run();
    }

    @SuppressWarnings("serial")
    private final class Inboxes extends PGSimpleDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            once(beforeInbox);
            return super.getConnection();
        }
    }

    @SuppressWarnings("serial")
    private static final class Sessions extends PGSimpleDataSource {
        private volatile boolean cut;

        @Override
        public Connection getConnection() throws SQLException {
            if (cut) {
                throw new SQLException("cut off");
            }
            return super.getConnection();
        }
    }
}
