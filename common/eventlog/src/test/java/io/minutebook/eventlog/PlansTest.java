package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.testing.Stand;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** However large the log is, a question to it costs what its answer is worth; two years of months are there from the start. */
class PlansTest {
    private static final int MONTHS = 24;
    private static final int PER_CASE = 10;
    private static final int LIMIT = 100;
    private static final int A_PAGE = 40;
    /** For each month the way down its index, for each row of the answer its page. */
    private static final int FAIR_PAGES = 4 * (MONTHS + 4) + LIMIT + 60;

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final Explained explained = new Explained(database);
    private final AppendSignal signal = new AppendSignal();
    private EventLog log = new EventLog(database, signal);

    @BeforeEach
    void freshLog() throws SQLException, IOException {
        log.close();
        database.setUrl(Stand.forgetfulPostgres().freshDatabase("plans"));
        Schema.make(database);
        execute(
                "SELECT event_partition((date_trunc('month', now()) - n * interval '1 month')::date) FROM generate_series(1, "
                        + (MONTHS - 3) + ") n");
        log = new EventLog(explained.dataSource(), signal);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_small_log_is_not_scanned() throws SQLException {
        fill(1, 1);
        askEverything(PER_CASE);
    }

    @Test
    void a_large_log_is_not_scanned() throws SQLException {
        fill(MONTHS, 420);
        askEverything(MONTHS * 420 * PER_CASE);
    }

    @Test
    void a_large_log_is_not_scanned_before_the_database_knows_that_it_is_large() throws SQLException {
        execute("ALTER TABLE event_other SET (autovacuum_enabled = off)");
        fill(1, 1);
        execute("ANALYZE event");
        fillWithoutNotice(MONTHS, 420);
        askEverything(MONTHS * 420 * PER_CASE);
    }

    @Test
    void a_reader_whose_plan_was_made_while_the_log_was_small_does_not_scan_it_when_it_is_large() throws SQLException {
        fill(1, 1);
        AtomicInteger seen = new AtomicInteger();
        LogReader reader = new LogReader("plans", database, log, signal, batch -> {
            seen.addAndGet(batch.size());
            return batch.size();
        });
        reader.begin();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> seen.get() == PER_CASE);
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            long scanned = statistic("seq_tup_read");
            fillWithoutNotice(MONTHS, 420);
            int all = PER_CASE + MONTHS * 420 * PER_CASE;
            await().atMost(Duration.ofSeconds(60)).until(() -> seen.get() == all);
            assertThat(reader.trouble()).isNull();
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(statistic("seq_tup_read")).isEqualTo(scanned);
            assertThat(statistic("idx_tup_fetch")).isLessThan(2L * all);
        } finally {
            reader.end();
        }
    }

    private void askEverything(int rows) throws SQLException {
        LogPosition middle = position(rows / 2);
        explained.taken();
        log.after(LogPosition.START, LIMIT);
        log.after(middle, LIMIT);
        log.after(position(rows - 5), LIMIT);
        log.head();
        log.heldSince();
        log.stream(aCase(), 0);
        log.stream(aCase(), 5);
        log.stream(UUID.randomUUID(), 0);
        assertThat(explained.taken())
                .hasSize(8)
                .allMatch(plan -> plan.rowsScanned() <= A_PAGE, "scans no partition")
                .allMatch(plan -> plan.pages() <= FAIR_PAGES, "touches no more than " + FAIR_PAGES + " pages");
    }

    private void fill(int months, int cases) throws SQLException {
        fillWithoutNotice(months, cases);
        execute("ANALYZE event");
    }

    /** Each month in a transaction of its own, the oldest first. */
    private void fillWithoutNotice(int months, int cases) throws SQLException {
        for (int back = months - 3; back > -3 && back > months - 3 - months; back--) {
            execute("""
                    INSERT INTO event (event_id, stream, sequence, type, occurred_at, recorded_at, actor, payload)
                    SELECT gen_random_uuid(), stream, sequence, 1, now(), now(), 'somebody', convert_to(repeat('x', 200), 'UTF8')
                    FROM (SELECT (left(event_month((date_trunc('month', now()) - %d * interval '1 month')::date)::text, 13)
                                  || right(gen_random_uuid()::text, 23))::uuid AS stream FROM generate_series(1, %d)) s,
                         generate_series(0, %d) sequence""".formatted(back, cases, PER_CASE - 1));
        }
    }

    private LogPosition position(int offset) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT xid::text::bigint, position FROM event ORDER BY xid, position OFFSET ? LIMIT 1")) {
            select.setInt(1, offset);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return new LogPosition(found.getLong(1), found.getLong(2));
            }
        }
    }

    private UUID aCase() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection.createStatement().executeQuery("SELECT stream FROM event LIMIT 1")) {
            found.next();
            return requireNonNull(found.getObject(1, UUID.class));
        }
    }

    private long statistic(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT coalesce(sum(" + name
                                + "), 0) FROM pg_stat_user_tables WHERE relname LIKE 'event\\_%'")) {
            found.next();
            return found.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
