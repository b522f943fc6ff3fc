package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.testing.Stand;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A backlog of one case: the first batch is the size of an ordinary one, the next two are larger, the last one is a rest. */
class BacklogDrainTest {
    private static final int FIRST = 1000;
    private static final int EVENTS = FIRST + 2 * BacklogDrain.BATCH + 500;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final AppendSignal signal = new AppendSignal();
    private final UUID stream = UUID.randomUUID();
    private EventLog log = new EventLog(database, signal);

    @BeforeEach
    void backlog() throws SQLException, IOException {
        database.setUrl(Stand.postgres().freshDatabase("backlog"));
        Schema.make(database);
        log = new EventLog(database, signal);
        for (int from = 0; from < EVENTS; from += 500) {
            log.append(LongStream.range(from, from + 500).mapToObj(this::event).toList(), AppendAttachments.NONE);
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void the_next_batch_goes_out_while_an_answer_is_awaited_but_the_position_waits_for_the_answer()
            throws SQLException {
        Receiver receiver = new Receiver();
        LogReader reader = reader(receiver);
        reader.begin();
        try {
            await().atMost(SOON).until(() -> receiver.batches.size() == 2);
            receiver.batches.get(1).answer.complete(true);
            assertThat(position()).isEqualTo(LogPosition.START);
            assertThat(receiver.batches).hasSize(2);
            receiver.batches.get(0).answer.complete(true);
            await().atMost(SOON).until(() -> receiver.batches.size() == 4);
            await().atMost(SOON)
                    .until(() -> position().equals(receiver.batches.get(1).last()));
            receiver.batches.get(2).answer.complete(true);
            receiver.batches.get(3).answer.complete(true);
            await().atMost(SOON).until(() -> position().equals(log.head()));
            await().atMost(SOON).until(() -> reader.workingOn() == null);
        } finally {
            reader.end();
        }
        assertThat(receiver.sequences())
                .containsExactlyElementsOf(LongStream.range(0, EVENTS).boxed().toList());
        assertThat(receiver.begun).isEqualTo(1);
    }

    @Test
    void what_could_not_be_handed_on_is_handed_on_again_before_anything_later() throws SQLException {
        Receiver receiver = Receiver.answeringAtOnce();
        receiver.refuses = FIRST + 2000;
        drain(receiver);
        List<Long> sequences = receiver.sequences();
        assertThat(sequences.subList(0, FIRST + 2000)).isSorted();
        assertThat(sequences.subList(FIRST + 2000, sequences.size()))
                .containsExactlyElementsOf(
                        LongStream.range(FIRST, EVENTS).boxed().toList());
        assertThat(receiver.begun).isEqualTo(2);
    }

    @Test
    void the_next_batch_is_made_ready_while_one_is_handed_on() throws SQLException {
        Receiver receiver = Receiver.answeringAtOnce();
        receiver.handsOnAfterPacking = 2;
        drain(receiver);
        assertThat(receiver.begun).isEqualTo(1);
    }

    @Test
    void what_comes_behind_is_read_while_a_batch_is_made_ready() throws SQLException {
        Reads reads = new Reads(database);
        Receiver receiver = Receiver.answeringAtOnce();
        receiver.packsAfter = () -> reads.begun >= 2;
        drain(receiver, reads);
        assertThat(receiver.begun).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_holds_up_nothing_before_it_and_is_read_again() throws SQLException {
        Reads reads = new Reads(database);
        reads.failing = 3;
        Receiver receiver = Receiver.answeringAtOnce();
        drain(receiver, reads);
        assertThat(receiver.sequences())
                .as("each handed on once: the position was kept up to what could not be read")
                .containsExactlyElementsOf(LongStream.range(0, EVENTS).boxed().toList());
        assertThat(receiver.begun).isEqualTo(2);
    }

    @Test
    void a_batch_that_cannot_be_made_ready_holds_up_none_before_it_and_comes_again() throws SQLException {
        Receiver receiver = Receiver.answeringAtOnce();
        receiver.unreadable = FIRST + BacklogDrain.BATCH;
        drain(receiver);
        assertThat(receiver.sequences())
                .as("each handed on once: the position was kept up to the one that failed")
                .containsExactlyElementsOf(LongStream.range(0, EVENTS).boxed().toList());
        assertThat(receiver.begun).isEqualTo(2);
    }

    @Test
    void what_the_receiver_did_not_take_is_handed_on_again_with_all_that_came_after_it() throws SQLException {
        Receiver receiver = new Receiver();
        LogReader reader = reader(receiver);
        reader.begin();
        try {
            await().atMost(SOON).until(() -> receiver.batches.size() == 2);
            receiver.answersAtOnce = true;
            receiver.batches.get(1).answer.complete(true);
            receiver.batches.get(0).answer.completeExceptionally(new IOException("planted"));
            await().atMost(SOON).until(() -> position().equals(log.head()));
        } finally {
            reader.end();
        }
        List<Long> sequences = receiver.sequences();
        assertThat(sequences.subList(FIRST + BacklogDrain.BATCH, sequences.size()))
                .containsExactlyElementsOf(LongStream.range(0, EVENTS).boxed().toList());
        assertThat(receiver.begun).isEqualTo(2);
    }

    @Test
    void another_instance_takes_over_between_two_answers_and_the_first_one_cannot_move_the_position_any_more()
            throws SQLException {
        Receiver abandoned = new Receiver();
        LogReader first = reader(abandoned);
        first.begin();
        Receiver heir = Receiver.answeringAtOnce();
        LogReader second = reader(heir);
        try {
            await().atMost(SOON).until(() -> abandoned.batches.size() == 2);
            second.begin();
            await().atMost(SOON).until(() -> position().equals(log.head()));
            abandoned.batches.get(0).answer.complete(true);
            abandoned.batches.get(1).answer.complete(true);
            await().atMost(SOON).until(() -> first.trouble() != null);
            assertThat(position()).isEqualTo(log.head());
        } finally {
            first.end();
            second.end();
        }
        assertThat(heir.sequences())
                .containsExactlyElementsOf(LongStream.range(0, EVENTS).boxed().toList());
        assertThat(abandoned.sequences()).isSorted();
    }

    @Test
    void a_reader_that_is_stopped_between_two_answers_leaves_the_rest_to_the_next() throws SQLException {
        Receiver receiver = new Receiver();
        LogReader first = reader(receiver);
        first.begin();
        await().atMost(SOON).until(() -> receiver.batches.size() == 2);
        receiver.batches.get(0).answer.complete(true);
        await().atMost(SOON)
                .until(() -> position().equals(receiver.batches.get(0).last()));
        first.end();
        Receiver next = Receiver.answeringAtOnce();
        drain(next);
        assertThat(next.sequences())
                .containsExactlyElementsOf(
                        LongStream.range(FIRST, EVENTS).boxed().toList());
    }

    private record Batch(List<EventLog.LoggedEvent> rows, CompletableFuture<Boolean> answer) {
        LogPosition last() {
            return rows.getLast().at();
        }
    }

    private static final class Receiver implements LogReader.PipelinedBatch {
        private final List<Batch> batches = new CopyOnWriteArrayList<>();
        private volatile boolean answersAtOnce;
        private volatile int refuses = Integer.MAX_VALUE;
        private volatile int unreadable = Integer.MAX_VALUE;
        private volatile int handsOnAfterPacking;
        private volatile BooleanSupplier packsAfter = () -> true;
        private volatile int packed;
        private volatile int begun;

        static Receiver answeringAtOnce() {
            Receiver receiver = new Receiver();
            receiver.answersAtOnce = true;
            return receiver;
        }

        @Override
        public void begin() {
            begun++;
        }

        @Override
        public LogReader.PreparedBatch pack(List<EventLog.LoggedEvent> rows) {
            packed++;
            await().atMost(SOON).until(packsAfter::getAsBoolean);
            if (rows.getLast().event().sequence() >= unreadable) {
                unreadable = Integer.MAX_VALUE;
                throw new IllegalArgumentException("planted");
            }
            return () -> hand(rows);
        }

        private LogReader.Acknowledgement hand(List<EventLog.LoggedEvent> rows) throws IOException {
            if (handsOnAfterPacking > 0) {
                await().atMost(SOON).until(() -> packed >= handsOnAfterPacking);
            }
            long before = batches.stream().mapToLong(batch -> batch.rows.size()).sum();
            if (before + rows.size() > refuses) {
                int until = (int) (refuses - before);
                refuses = Integer.MAX_VALUE;
                batches.add(new Batch(rows.subList(0, until), CompletableFuture.completedFuture(true)));
                throw new IOException("planted");
            }
            Batch batch = new Batch(
                    rows, answersAtOnce ? CompletableFuture.completedFuture(true) : new CompletableFuture<>());
            batches.add(batch);
            return batch.answer::get;
        }

        private List<Long> sequences() {
            return batches.stream()
                    .flatMap(batch -> batch.rows.stream())
                    .map(row -> row.event().sequence())
                    .toList();
        }
    }

    /** Sessions whose readings of the log are counted, one of which fails. */
    private static final class Reads {
        private final DataSource database;
        private volatile int begun;
        private volatile int failing;

        Reads(DataSource database) {
            this.database = database;
        }

        DataSource sessions() {
            return proxy(DataSource.class, (called, arguments) -> {
                Object answer = called.invoke(database, arguments);
                return answer instanceof Connection session ? counted(session) : answer;
            });
        }

        private Connection counted(Connection session) {
            return proxy(Connection.class, (called, arguments) -> {
                if (called.getName().equals("prepareStatement")
                        && ((String) arguments[0]).contains("FROM event WHERE")) {
                    begun++;
                    if (begun == failing) {
                        throw new SQLException("planted");
                    }
                }
                return called.invoke(session, arguments);
            });
        }

        private interface Calls {
            Object answer(Method called, Object[] arguments) throws Exception;
        }

        private static <T> T proxy(Class<T> kind, Calls calls) {
            return kind.cast(Proxy.newProxyInstance(
                    kind.getClassLoader(),
                    new Class<?>[] {kind},
                    (self, called, arguments) -> calls.answer(called, arguments)));
        }
    }

    private void drain(Receiver receiver) {
        drain(reader(receiver));
    }

    private void drain(Receiver receiver, Reads reads) {
        drain(new LogReader("relay", reads.sessions(), log, signal, receiver));
    }

    private void drain(LogReader reader) {
        reader.begin();
        try {
            await().atMost(SOON).until(() -> position().equals(log.head()));
        } finally {
            reader.end();
        }
    }

    private LogReader reader(Receiver receiver) {
        return new LogReader("relay", database, log, signal, receiver);
    }

    private LogPosition position() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return ReaderCheckpoints.find(connection, "relay");
        }
    }

    private EncodedEvent event(long sequence) {
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
                stream.toString(),
                "somebody",
                null,
                null,
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
