package io.minutebook.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.embedded.Durability;
import io.minutebook.embedded.LocalKafka;
import io.minutebook.projection.Notes.Incident;
import io.minutebook.testing.Stand;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker and a real database. */
@Timeout(180)
class ProjectionRunnerTest {
    private static final Incident NOTHING = (work, session) -> {};

    @Test
    void the_one_with_the_lead_reads_and_after_its_end_the_other() {
        AtomicInteger byOne = new AtomicInteger();
        AtomicInteger byTwo = new AtomicInteger();
        try (TopicsStand stand = new TopicsStand(2);
                Instance one = new Instance(stand, (work, session) -> byOne.incrementAndGet())) {
            await().atMost(TopicsStand.PATIENCE).until(one::leads);
            try (Instance two = new Instance(stand, (work, session) -> byTwo.incrementAndGet())) {
                stand.put("a", "1", "2");
                stand.put("b", "1");
                stand.awaitAll();
                assertThat(two.leads()).isFalse();
                assertThat(byTwo).hasValue(0);

                one.close();
                int before = byOne.get();
                assertThat(one.leads()).isFalse();
                stand.put("a", "3");
                stand.awaitAll();
                assertThat(two.leads()).isTrue();
                assertThat(byOne).hasValue(before);
                assertThat(byTwo).hasValue(1);
            }
        }
    }

    @Test
    void two_that_both_believe_to_have_the_lead_count_each_note_once() throws SQLException {
        Gate writing = new Gate();
        try (TopicsStand stand = new TopicsStand(2);
                Instance one = new Instance(stand, (work, session) -> writing.pass())) {
            stand.put("a", "1", "2");
            writing.awaitSomebody();
            cutTheLead(stand.url);
            try (Instance two = new Instance(stand, NOTHING)) {
                await().atMost(TopicsStand.PATIENCE).until(two::leads);
                await().atMost(TopicsStand.PATIENCE).until(() -> waiting(stand) == 1);
                writing.open();
                stand.put("b", "1");
                stand.awaitAll();
                stand.put("a", "3");
                stand.awaitAll();
            }
        } finally {
            writing.open();
        }
    }

    @Test
    void it_reads_again_what_it_had_read_when_its_session_was_cut() {
        AtomicBoolean cut = new AtomicBoolean();
        Incident once = (work, session) -> {
            if (!cut.getAndSet(true)) {
                TopicsStand.cut(session);
            }
        };
        try (TopicsStand stand = new TopicsStand(1);
                Instance instance = new Instance(stand, once)) {
            stand.put("a", "1", "2");
            stand.put("a", "3");
            stand.awaitAll();
            assertThat(cut).isTrue();
            assertThat(stand.number("select count(*) from view_dead_record")).isZero();
            assertThat(instance.stuck()).isFalse();
        }
    }

    @Test
    void it_goes_on_after_the_database_was_away() throws SQLException {
        try (TopicsStand stand = new TopicsStand(2);
                Instance instance = new Instance(stand, NOTHING)) {
            stand.put("a", "1", "2");
            stand.awaitAll();
            String name = stand.jdbc.queryForObject("select current_database()", String.class);
            execute("alter database %s allow_connections false".formatted(name));
            execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(name));
            await().atMost(TopicsStand.PATIENCE).until(() -> !instance.leads());
            stand.put("a", "3");
            stand.put("b", "1");
            execute("alter database %s allow_connections true".formatted(name));
            stand.awaitAll();
            assertThat(instance.leads()).isTrue();
        }
    }

    @Test
    void it_goes_on_after_the_broker_was_away(@TempDir Path directory) {
        LocalKafka broker = LocalKafka.start(directory, Durability.NONE);
        String address = broker.bootstrapServers();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        try (TopicsStand stand = new TopicsStand(
                2, Map.of("bootstrap.servers", address, "request.timeout.ms", 1000, "default.api.timeout.ms", 1000))) {
            stand.put("a", "1", "2");
            broker.close();
            try (Instance instance = new Instance(stand, NOTHING)) {
                await().atMost(TopicsStand.PATIENCE).until(instance::stuck);
                assertThat(stand.found()).isEmpty();
                broker = LocalKafka.start(directory, Durability.NONE, port);
                stand.awaitAll();
                await().atMost(TopicsStand.PATIENCE).until(() -> !instance.stuck());

                broker.close();
                broker = LocalKafka.start(directory, Durability.NONE, port);
                stand.put("a", "3");
                stand.put("b", "1");
                stand.awaitAll();
            }
        } finally {
            broker.close();
        }
    }

    /** Ends the session that holds the lease; nobody tells its owner. */
    private static void cutTheLead(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_locks join pg_database d on d.oid = database
                    where locktype = 'advisory' and mode = 'ExclusiveLock' and granted and d.datname = current_database()""");
        }
    }

    /** How many wait for a row that another transaction holds. */
    private static long waiting(TopicsStand stand) {
        return stand.number("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'""");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(Stand.postgres().freshDatabase("beside"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
