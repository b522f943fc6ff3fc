package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minutebook.testing.Stand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class EventLogTest {
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final AppendSignal signal = new AppendSignal();
    private EventLog log = new EventLog(database, signal);

    @BeforeEach
    void freshLog() throws SQLException, IOException {
        database.setUrl(Stand.postgres().freshDatabase("log"));
        Schema.make(database);
        log = new EventLog(database, signal);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void what_is_appended_is_read_back_as_it_was() {
        UUID stream = UUID.randomUUID();
        EncodedEvent first = event(stream, 0, "{\"text\":\"几点几分\"}");
        EncodedEvent second = event(stream, 1, "{\"text\":\"\\u0000\"}");
        log.append(List.of(first, second), AppendAttachments.NONE);
        assertThat(log.stream(stream, 0).stream().map(EventLog.LoggedEvent::event))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(first, second);
        assertThat(log.stream(stream, 1)).hasSize(1);
    }

    @Test
    void a_log_from_a_server_whose_transactions_lie_ahead_is_refused() throws SQLException {
        log.requireOwnTransactionIds();
        log.append(List.of(event(UUID.randomUUID(), 0, "{}")), AppendAttachments.NONE);
        log.requireOwnTransactionIds();
        try (Connection connection = database.getConnection();
                Statement restore = connection.createStatement()) {
            restore.execute("CREATE TEMP TABLE dump AS SELECT * FROM event");
            restore.execute("UPDATE dump SET xid = '987654321987', stream = gen_random_uuid()");
            restore.execute("INSERT INTO event OVERRIDING SYSTEM VALUE SELECT * FROM dump");
        }
        assertThatThrownBy(log::requireOwnTransactionIds)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("987654321987");
    }

    @Test
    void the_first_read_after_a_start_needs_one_session_only() throws SQLException {
        UUID stream = UUID.randomUUID();
        log.append(List.of(event(stream, 0, "{}")), AppendAttachments.NONE);
        PGSimpleDataSource once = new PGSimpleDataSource() {
            private int left = 1;

            @Override
            public Connection getConnection() throws SQLException {
                if (left-- <= 0) {
                    throw new SQLException("no more sessions");
                }
                return database.getConnection();
            }
        };
        try (EventLog started = new EventLog(once, signal)) {
            assertThat(started.stream(stream, 0)).hasSize(1);
        }
    }

    @Test
    void of_two_writers_of_the_same_step_one_is_told_and_has_written_nothing() {
        UUID stream = UUID.randomUUID();
        log.append(List.of(event(stream, 0, "{}")), AppendAttachments.NONE);
        InboxKey inboxKey = new InboxKey.ByEventId(UUID.randomUUID());
        assertThatThrownBy(() -> log.append(List.of(event(stream, 0, "{}")), inboxKey(inboxKey)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(log.stream(stream, 0)).hasSize(1);
        log.append(List.of(event(stream, 1, "{}")), inboxKey(inboxKey));
    }

    @Test
    void an_event_heard_before_writes_nothing() {
        UUID stream = UUID.randomUUID();
        List<InboxKey> all = List.of(
                new InboxKey.ByEventId(UUID.randomUUID()),
                new InboxKey.ByPosition("intake", "intake.cases", 2, new LogPosition(70, 5)));
        for (int i = 0; i < all.size(); i++) {
            AppendAttachments attachments = inboxKey(all.get(i));
            EncodedEvent next = event(stream, i + 1, "{}");
            log.append(List.of(event(stream, i, "{}")), attachments);
            assertThatThrownBy(() -> log.append(List.of(next), attachments)).isInstanceOf(DuplicateMessage.class);
            assertThat(log.stream(stream, 0)).hasSize(i + 1);
        }
    }

    @Test
    void the_past_cannot_be_changed() throws SQLException {
        log.append(List.of(event(UUID.randomUUID(), 0, "{}")), AppendAttachments.NONE);
        try (Connection connection = database.getConnection()) {
            for (String attempt : List.of("UPDATE event SET actor = 'x'", "DELETE FROM event", "TRUNCATE event")) {
                assertThatThrownBy(() -> connection.createStatement().execute(attempt))
                        .hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void a_reader_waits_for_a_transaction_that_commits_late() throws SQLException {
        UUID late = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            insertByHand(open, late);
            log.append(List.of(event(early, 0, "{}")), AppendAttachments.NONE);
            assertThat(log.after(LogPosition.START, 100)).isEmpty();
            open.commit();
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> log.after(LogPosition.START, 100).size() == 2);
        assertThat(log.after(LogPosition.START, 100).stream().map(row -> row.event().stream()))
                .containsExactly(late, early);
    }

    @Test
    void a_follower_neither_skips_nor_doubles_under_writers_that_dawdle_and_roll_back() throws Exception {
        int writers = 8;
        int each = 150;
        List<UUID> seen = new CopyOnWriteArrayList<>();
        List<EncodedEvent> rows = new CopyOnWriteArrayList<>();
        Set<UUID> committed = java.util.concurrent.ConcurrentHashMap.newKeySet();
        try (Running reader = new Running(new LogReader("adversary", pooled(), log, signal, batch -> {
                    batch.forEach(row -> {
                        seen.add(row.event().eventId());
                        rows.add(row.event());
                    });
                    return batch.size();
                }));
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < writers; writer++) {
                long seed = writer;
                people.submit(() -> {
                    write(new Random(seed), each, committed);
                    return null;
                });
            }
            people.shutdown();
            assertThat(reader.reader().leading()).isTrue();
            await().atMost(Duration.ofMinutes(2)).until(people::isTerminated);
            await().atMost(Duration.ofSeconds(30)).until(() -> seen.size() >= committed.size());
        }
        assertThat(seen).hasSameElementsAs(committed).doesNotHaveDuplicates();
        Set<UUID> streams =
                new HashSet<>(rows.stream().map(EncodedEvent::stream).toList());
        streams.forEach(stream -> assertThat(
                        rows.stream().filter(row -> row.stream().equals(stream)).map(EncodedEvent::sequence))
                .isSorted());
    }

    @Test
    void a_reader_goes_on_where_it_was_and_repeats_only_what_was_not_done() throws Exception {
        UUID stream = UUID.randomUUID();
        log.append(LongStream.range(0, 10).mapToObj(i -> event(stream, i, "{}")).toList(), AppendAttachments.NONE);
        List<Long> first = new CopyOnWriteArrayList<>();
        try (Running reader = new Running(new LogReader("goes-on", pooled(), log, signal, batch -> {
            first.add(batch.getFirst().event().sequence());
            if (first.size() == 5) {
                throw new IOException("planted");
            }
            return 1;
        }))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> first.size() >= 5);
            assertThat(reader.reader().name()).isEqualTo("goes-on");
        }
        List<Long> second = new CopyOnWriteArrayList<>();
        try (Running reader = new Running(new LogReader("goes-on", pooled(), log, signal, batch -> {
            batch.forEach(row -> second.add(row.event().sequence()));
            return batch.size();
        }))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> second.contains(9L));
            assertThat(reader.reader().trouble()).isNull();
        }
        assertThat(first.subList(0, 5)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(second)
                .startsWith(first.size() > 5 ? first.getLast() + 1 : 4L)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_reader_that_lost_its_lease_unnoticed_cannot_move_the_position_back() throws SQLException {
        try (Connection connection = database.getConnection()) {
            LogPosition one = new LogPosition(10, 1);
            LogPosition two = new LogPosition(20, 2);
            assertThat(ReaderCheckpoints.move(connection, "r", LogPosition.START, one))
                    .isTrue();
            assertThat(ReaderCheckpoints.move(connection, "r", one, two)).isTrue();
            assertThat(ReaderCheckpoints.move(connection, "r", LogPosition.START, one))
                    .isFalse();
            assertThat(ReaderCheckpoints.find(connection, "r")).isEqualTo(two);
        }
    }

    @Test
    void due_times_come_the_earliest_first_and_are_cleared_with_their_clock() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        UUID stream = UUID.randomUUID();
        TimerStore timerStore = new TimerStore(database);
        log.append(
                List.of(event(stream, 0, "{}")),
                new AppendAttachments(
                        null, null, List.of(set(stream, "due", now.plusSeconds(2)), set(stream, "warns", now))));
        assertThat(timerStore.due(now.minusMillis(1), 10)).isEmpty();
        assertThat(timerStore.due(now.plusSeconds(9), 10).stream().map(TimerStore.DueTimer::moment))
                .containsExactly("warns", "due");
        timerStore.done(timerStore.due(now, 10), now);
        assertThat(timerStore.due(now.plusSeconds(9), 10)).hasSize(1);
        log.append(
                List.of(event(stream, 1, "{}")),
                new AppendAttachments(
                        null, null, List.of(new AppendAttachments.TimerUpdate.Clear(stream, "reply", 1))));
        assertThat(timerStore.due(now.plusSeconds(9), 10)).isEmpty();
    }

    private record Running(LogReader reader) implements AutoCloseable {
        Running {
            reader.begin();
        }

        @Override
        public void close() {
            reader.end();
        }
    }

    private static AppendAttachments inboxKey(InboxKey inboxKey) {
        return new AppendAttachments(inboxKey, null, List.of());
    }

    private DataSource pooled() {
        return database;
    }

    private void write(Random random, int count, Set<UUID> committed) throws SQLException {
        UUID stream = UUID.randomUUID();
        long sequence = 0;
        for (int i = 0; i < count; i++) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                UUID event = insertByHand(connection, stream, sequence);
                connection.createStatement().execute("SELECT pg_sleep(" + random.nextInt(12) / 1000.0 + ")");
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.add(event);
                    sequence++;
                }
            }
            signal.appended();
        }
    }

    private static AppendAttachments.TimerUpdate set(UUID stream, String moment, Instant at) {
        return new AppendAttachments.TimerUpdate.Set("case", stream, "reply", 1, moment, at);
    }

    private static void insertByHand(Connection connection, UUID stream) throws SQLException {
        insertByHand(connection, stream, 0);
    }

    private static UUID insertByHand(Connection connection, UUID stream, long sequence) throws SQLException {
        UUID event = UUID.randomUUID();
        connection.createStatement().execute("""
                INSERT INTO event (event_id, stream, sequence, type, occurred_at, recorded_at, actor, payload)
                SELECT '%s', '%s', %d, id, now() - interval '1 hour', now(), 'a', '{}' FROM event_type""".formatted(event, stream, sequence));
        return event;
    }

    private static EncodedEvent event(UUID stream, long sequence, String json) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new EncodedEvent(
                UUID.randomUUID(),
                "case",
                stream,
                sequence,
                "trial.Happened",
                1,
                now.minusSeconds(5),
                now,
                null,
                stream.toString(),
                "somebody",
                "site",
                null,
                json.getBytes(StandardCharsets.UTF_8));
    }
}
