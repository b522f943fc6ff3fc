package io.minutebook.followup.view.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.contract.CaseStatus;
import io.minutebook.followup.record.CaseSummary;
import io.minutebook.followup.record.Story;
import io.minutebook.projection.TableCopy;
import io.minutebook.projection.TopicEvent;
import io.minutebook.testing.Stand;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** On a real database. */
class LedgerProjectionTest {
    private static final int CASES = 5;

    private final HikariDataSource database = new HikariDataSource();
    private JdbcTemplate jdbc = new JdbcTemplate();

    @BeforeEach
    void open() {
        database.setJdbcUrl(Stand.postgres().freshDatabase("ledger"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/projection", "classpath:db/followup")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatever_comes_in_whatever_order_the_list_says_what_the_entries_say() {
        LedgerTables tables = new LedgerTables(jdbc);
        LedgerProjection view = new LedgerProjection(tables, "calls", List.of("cases"));
        Ledger ledger = new Ledger(jdbc, tables);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            List<TopicEvent> events = events(round, random);
            while (!events.isEmpty()) {
                List<TopicEvent> batch = events.subList(0, Math.min(events.size(), 1 + random.nextInt(8)));
                view.apply(TableCopy.SERVING, List.copyOf(batch));
                batch.clear();
                for (int kase = 0; kase < CASES; kase++) {
                    String id = caseId(round, kase);
                    assertThat(ledger.find(id))
                            .isEqualTo(CaseSummary.of(id, ledger.timeline(id)).map(CaseRow::of));
                }
            }
        }
    }

    @Test
    void what_the_database_took_back_is_not_remembered() {
        LedgerTables tables = new LedgerTables(jdbc);
        LedgerProjection view = new LedgerProjection(tables, "calls", List.of("cases"));
        String id = caseId(0, 0);
        view.apply(TableCopy.SERVING, List.of(fact("cases", id, "CaseRegistered", 1, "{}")));
        view.apply(TableCopy.SERVING, List.of(fact("cases", id, "FaultDispatched", 2, "{}")));
        jdbc.update("delete from ledger_entry where type = 'FaultDispatched'");
        view.forget(TableCopy.SERVING);

        view.apply(TableCopy.SERVING, List.of(fact("cases", id, "ProgressReported", 3, "{}")));

        CaseRow row = new Ledger(jdbc, tables).find(id).orElseThrow();
        assertThat(row.entries()).isEqualTo(2);
        assertThat(row.status()).isEqualTo(CaseStatus.REGISTERED);
    }

    @Test
    void the_list_and_its_tiles_do_not_look_at_every_case_that_is_done() throws SQLException {
        jdbc.update("""
                insert into ledger_case (case_id, number, site, status, done, cycle, opened_at, cleared_at, open, late, late_count, next_due,
                    breaches, entries, last_at, search)
                select n::text, 'N' || n, 'bj', case when n > 20 then 'CLEARED' else 'REGISTERED' end, n > 20, 1, now() - n * interval '1 minute',
                    case when n > 20 then now() - n * interval '1 minute' end, '[]', '[]', case when n <= 3 then 1 else 0 end,
                    case when n between 4 and 20 then now() end, 0, 1, now(), ''
                from generate_series(1, 20000) n""");
        jdbc.execute("vacuum analyze ledger_case");
        Instant now = Instant.now();
        try (Connection connection = database.getConnection()) {
            JdbcTemplate one = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            Ledger ledger = new Ledger(one, new LedgerTables(one));
            for (Optional<Set<String>> sites :
                    List.of(Optional.<Set<String>>empty(), Optional.of(Set.of("bj", "sh")))) {
                long before = read(one);
                assertThat(ledger.standing(sites, now, now.minusSeconds(30 * 60 + 30)))
                        .isEqualTo(new VisibleCases.CaseCounts(20, 3, 17, 10));
                long tiles = read(one);
                assertThat(tiles - before).isLessThan(1_000);
                assertThat(ledger.list(urgent(sites)).cases()).hasSize(50);
                assertThat(read(one) - tiles)
                        .as("what the total counts, and a page")
                        .isBetween(50L, 21_000L);
            }
        }
    }

    private static CaseSearch urgent(Optional<Set<String>> sites) {
        return new CaseQuery(null, null, null, null, null, null, null, null, null, "due", 0, 50)
                .search(sites, ZoneOffset.UTC);
    }

    /** How many rows of the list have been read over this connection and those before, one by one or by an index. */
    private static long read(JdbcTemplate one) {
        one.queryForList("select pg_stat_force_next_flush()");
        Long rows = one.queryForObject(
                "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables where relname = 'ledger_case'",
                Long.class);
        return rows == null ? 0 : rows;
    }

    @Test
    void entries_are_found_by_their_index_in_a_table_that_the_database_knows_nothing_of_yet() {
        jdbc.execute("alter table ledger_entry set (autovacuum_enabled = false)");
        jdbc.update("""
                insert into ledger_entry (event_id, service, type, subject, occurred_at, recorded_at, sequence, actor, data)
                select gen_random_uuid(), 'intake', 'CaseRegistered', 'case-' || n, now(), now(), 0, 'agent', '{}'
                from generate_series(1, 20000) n""");
        List<String> asked =
                IntStream.rangeClosed(1, 90).mapToObj(n -> "case-" + n).toList();
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(transaction -> {
            assertThat(new LedgerTables(jdbc).entries(TableCopy.SERVING, asked)).hasSize(90);
            assertThat(jdbc.queryForObject(
                            "select seq_scan from pg_stat_xact_user_tables where relname = 'ledger_entry'", Long.class))
                    .isZero();
        });
    }

    /** Cases with a call each, linked from the one side or the other, some records twice. */
    private static List<TopicEvent> events(int round, Random random) {
        List<TopicEvent> events = new ArrayList<>();
        int number = 0;
        for (int kase = 0; kase < CASES; kase++) {
            String id = caseId(round, kase);
            String call = new UUID(0xCA11, round * CASES + kase).toString();
            String fromCase = kase % 2 == 0 ? "{\"callId\":\"%s\"}".formatted(call) : "{}";
            String fromCall = kase % 2 == 0 ? "{}" : "{\"caseId\":\"%s\"}".formatted(id);
            events.add(fact("calls", call, "CallReceived", ++number, "{}"));
            events.add(fact("calls", call, "CallLinked", ++number, fromCall));
            events.add(fact("calls", call, "CallEnded", ++number, "{}"));
            events.add(fact("cases", id, "CaseRegistered", ++number, fromCase));
            events.add(fact("cases", id, "FaultDispatched", ++number, "{\"caseNumber\":\"N-" + kase + "\"}"));
            events.add(fact("cases", id, "ProgressReported", ++number, "{\"symptom\":\"hums\"}"));
            events.add(fact("cases", id, "RestorationDenied", ++number, "{}"));
        }
        events.addAll(events.subList(0, 10).stream().toList());
        Collections.shuffle(events, random);
        return events;
    }

    private static String caseId(int round, int kase) {
        return new UUID(0xCA5E, round * CASES + kase).toString();
    }

    private static TopicEvent fact(String topic, String subject, String type, int number, String data) {
        return new TopicEvent(
                topic,
                new UUID(subject.hashCode(), number),
                "intake",
                type,
                subject,
                Story.TEN.plusSeconds(number),
                Story.TEN.plusSeconds(number),
                null,
                number,
                "bench",
                null,
                null,
                data);
    }
}
