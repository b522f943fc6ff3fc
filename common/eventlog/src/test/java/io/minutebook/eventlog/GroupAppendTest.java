package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.minutebook.testing.Stand;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class GroupAppendTest {
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private EventLog log = new EventLog(database, new AppendSignal());

    @BeforeEach
    void freshLog() throws SQLException, IOException {
        database.setUrl(Stand.postgres().freshDatabase("group"));
        Schema.make(database);
        log = new EventLog(database, new AppendSignal());
    }

    @AfterEach
    void close() {
        people.close();
        log.close();
    }

    @Test
    void what_comes_while_the_writer_waits_is_written_together_and_a_conflict_fails_only_its_own() throws Exception {
        UUID taken = UUID.randomUUID();
        log.append(List.of(event(taken, 0)), AppendAttachments.NONE);
        InboxKey inboxKey = new InboxKey.ByPosition("intake", "intake.cases", 0, new LogPosition(9, 9));
        log.append(List.of(event(UUID.randomUUID(), 0)), new AppendAttachments(inboxKey, null, List.of()));
        AppendAttachments.IdempotencyRecord idempotencyRecord =
                new AppendAttachments.IdempotencyRecord("somebody", "key", "print", null);
        log.append(List.of(), new AppendAttachments(null, idempotencyRecord, List.of()));

        Map<String, CompletableFuture<Void>> sent = new HashMap<>();
        List<UUID> fine = new ArrayList<>();
        try (Held held = new Held()) {
            CompletableFuture<Void> first = send(event(UUID.randomUUID(), 0), AppendAttachments.NONE);
            held.until(first);
            for (int i = 0; i < 40; i++) {
                UUID stream = UUID.randomUUID();
                fine.add(stream);
                sent.put("fine " + i, send(event(stream, 0), AppendAttachments.NONE));
            }
            sent.put("conflict", send(event(taken, 0), AppendAttachments.NONE));
            sent.put("heard", send(event(UUID.randomUUID(), 0), new AppendAttachments(inboxKey, null, List.of())));
            sent.put(
                    "answered",
                    send(event(UUID.randomUUID(), 0), new AppendAttachments(null, idempotencyRecord, List.of())));
            held.waits(43);
        }
        assertThat(failure(sent, "conflict")).isInstanceOf(ConcurrencyException.class);
        assertThat(failure(sent, "heard")).isInstanceOf(DuplicateMessage.class);
        assertThat(failure(sent, "answered")).isInstanceOf(DuplicateRequest.class);
        sent.values().forEach(CompletableFuture::join);
        assertThat(fine).allSatisfy(stream -> assertThat(log.stream(stream, 0)).hasSize(1));
        assertThat(count("SELECT count(*) FROM event")).isEqualTo(2 + 1 + 40);
        assertThat(count("SELECT count(DISTINCT xid) FROM event WHERE stream = ANY('{%s}')"
                        .formatted(String.join(
                                ",", fine.stream().map(UUID::toString).toList()))))
                .as("transactions that the forty shared")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void a_value_the_database_refuses_fails_only_its_own() throws Exception {
        assertThat(failureAmongOthers(event("nobody\0", null))).isInstanceOf(LogUnavailable.class);
    }

    @Test
    void a_value_that_cannot_even_be_sent_fails_only_its_own() throws Exception {
        assertThat(failureAmongOthers(event("nobody", "no trace"))).isInstanceOf(IllegalArgumentException.class);
    }

    /** How this event fails in a group with two others, which do not. */
    private Throwable failureAmongOthers(EncodedEvent bad) throws Exception {
        List<CompletableFuture<Void>> fine = new ArrayList<>();
        CompletableFuture<Void> refused;
        try (Held held = new Held()) {
            held.until(send(event(UUID.randomUUID(), 0), AppendAttachments.NONE));
            fine.add(send(event(UUID.randomUUID(), 0), AppendAttachments.NONE));
            refused = send(bad, AppendAttachments.NONE);
            fine.add(send(event(UUID.randomUUID(), 0), AppendAttachments.NONE));
            held.waits(3);
        }
        fine.forEach(CompletableFuture::join);
        return failure(refused);
    }

    private static EncodedEvent event(String actor, @Nullable String trace) {
        EncodedEvent event = event(UUID.randomUUID(), 0);
        return new EncodedEvent(
                event.eventId(),
                "case",
                event.stream(),
                0,
                event.type(),
                1,
                event.occurredAt(),
                event.recordedAt(),
                null,
                "c",
                actor,
                null,
                trace,
                event.payload());
    }

    @Test
    void of_two_on_the_same_stream_the_later_waits_for_its_own_group() throws Exception {
        UUID stream = UUID.randomUUID();
        CompletableFuture<Void> second;
        try (Held held = new Held()) {
            held.until(send(event(UUID.randomUUID(), 0), AppendAttachments.NONE));
            CompletableFuture<Void> first = send(event(stream, 0), AppendAttachments.NONE);
            held.waits(1);
            second = send(event(stream, 1), AppendAttachments.NONE);
            assertThat(first).isNotDone();
        }
        second.join();
        assertThat(log.after(LogPosition.START, 10).stream()
                        .map(EventLog.LoggedEvent::event)
                        .filter(event -> event.stream().equals(stream))
                        .map(EncodedEvent::sequence))
                .containsExactly(0L, 1L);
    }

    @Test
    void after_its_session_was_killed_the_writer_goes_on_and_what_was_acknowledged_is_there() throws Exception {
        List<UUID> acknowledged = java.util.Collections.synchronizedList(new ArrayList<>());
        List<UUID> refused = java.util.Collections.synchronizedList(new ArrayList<>());
        Semaphore some = new Semaphore(0);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < 150; i++) {
                            UUID stream = UUID.randomUUID();
                            try {
                                log.append(List.of(event(stream, 0)), AppendAttachments.NONE);
                                acknowledged.add(stream);
                            } catch (LogUnavailable e) {
                                refused.add(stream);
                            }
                            some.release();
                        }
                    },
                    people));
        }
        try (Connection other = database.getConnection()) {
            for (int kill = 0; kill < 10; kill++) {
                some.acquire(60);
                other.createStatement()
                        .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
        }
        writers.forEach(CompletableFuture::join);
        assertThat(acknowledged)
                .allSatisfy(stream -> assertThat(log.stream(stream, 0)).hasSize(1));
        assertThat(refused)
                .allSatisfy(stream -> assertThat(log.stream(stream, 0)).isEmpty());
        assertThat(count("SELECT count(*) FROM event")).isEqualTo(acknowledged.size());
    }

    @Test
    void a_timer_that_is_set_cleared_and_set_again_in_one_step_ends_as_it_was_set_last() throws Exception {
        UUID stream = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        log.append(
                List.of(event(stream, 0)), timers(set(stream, "warns", now), set(stream, "due", now.plusSeconds(9))));
        log.append(
                List.of(event(stream, 1)),
                timers(
                        set(stream, "warns", now.plusSeconds(1)),
                        new AppendAttachments.TimerUpdate.Clear(stream, "reply", 1),
                        set(stream, "warns", now.plusSeconds(2)),
                        set(stream, "warns", now.plusSeconds(3))));
        TimerStore timerStore = new TimerStore(database);
        assertThat(timerStore.due(now.plusSeconds(99), 10).stream().map(TimerStore.DueTimer::moment))
                .containsExactly("warns");
        assertThat(timerStore.due(now.plusSeconds(2), 10)).isEmpty();
        assertThat(timerStore.due(now.plusSeconds(3), 10)).hasSize(1);
    }

    @Test
    void a_closed_log_takes_nothing() {
        log.close();
        assertThatThrownBy(() -> log.append(List.of(event(UUID.randomUUID(), 0)), AppendAttachments.NONE))
                .isInstanceOf(LogUnavailable.class);
    }

    private static AppendAttachments timers(AppendAttachments.TimerUpdate... timers) {
        return new AppendAttachments(null, null, List.of(timers));
    }

    private static AppendAttachments.TimerUpdate set(UUID stream, String moment, Instant at) {
        return new AppendAttachments.TimerUpdate.Set("case", stream, "reply", 1, moment, at);
    }

    private CompletableFuture<Void> send(EncodedEvent event, AppendAttachments attachments) {
        return CompletableFuture.runAsync(() -> log.append(List.of(event), attachments), (Executor) people);
    }

    private static Throwable failure(Map<String, CompletableFuture<Void>> sent, String which) {
        return failure(Objects.requireNonNull(sent.remove(which)));
    }

    private static Throwable failure(CompletableFuture<Void> sent) {
        return Objects.requireNonNull(
                catchThrowableOfType(CompletionException.class, sent::join).getCause());
    }

    private static EncodedEvent event(UUID stream, long sequence) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new EncodedEvent(
                UUID.randomUUID(),
                "case",
                stream,
                sequence,
                "trial.Happened",
                1,
                now,
                now,
                null,
                "c",
                "a",
                null,
                null,
                new byte[] {'{', '}'});
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Keeps the writer's statement waiting, so that what is sent meanwhile becomes its next group. */
    private final class Held implements AutoCloseable {
        private final Connection lock;

        Held() throws SQLException {
            lock = database.getConnection();
            lock.setAutoCommit(false);
            lock.createStatement().execute("LOCK TABLE event IN SHARE MODE");
        }

        /** Waits until the writer hangs on this one. */
        void until(CompletableFuture<Void> first) {
            org.awaitility.Awaitility.await()
                    .until(() -> count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0 && !first.isDone());
        }

        void waits(int queued) {
            org.awaitility.Awaitility.await().until(() -> log.queued() >= queued);
        }

        @Override
        public void close() throws SQLException {
            lock.rollback();
            lock.close();
        }
    }
}
