package io.minutebook.followup.view.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.platform.topics.Copy;
import io.minutebook.platform.topics.Fact;
import io.minutebook.testing.Stand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** On a real database. */
class LedgerViewTest {
    private static final int CASES = 5;

    private final HikariDataSource database = new HikariDataSource();
    private JdbcTemplate jdbc = new JdbcTemplate();

    @BeforeEach
    void open() {
        database.setJdbcUrl(Stand.postgres().freshDatabase("ledger"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/followup")
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
        LedgerView view = new LedgerView(tables, "calls", List.of("cases"));
        Ledger ledger = new Ledger(jdbc, tables);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            List<Fact> facts = facts(round, random);
            while (!facts.isEmpty()) {
                List<Fact> batch = facts.subList(0, Math.min(facts.size(), 1 + random.nextInt(8)));
                view.apply(Copy.SERVING, List.copyOf(batch));
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
        LedgerView view = new LedgerView(tables, "calls", List.of("cases"));
        String id = caseId(0, 0);
        view.apply(Copy.SERVING, List.of(fact("cases", id, "CaseRegistered", 1, "{}")));
        view.apply(Copy.SERVING, List.of(fact("cases", id, "FaultDispatched", 2, "{}")));
        jdbc.update("delete from ledger_entry where type = 'FaultDispatched'");
        view.forget(Copy.SERVING);

        view.apply(Copy.SERVING, List.of(fact("cases", id, "ProgressReported", 3, "{}")));

        CaseRow row = new Ledger(jdbc, tables).find(id).orElseThrow();
        assertThat(row.entries()).isEqualTo(2);
        assertThat(row.status()).isEqualTo(CaseStatus.REGISTERED);
    }

    /** Cases with a call each, linked from the one side or the other, some records twice. */
    private static List<Fact> facts(int round, Random random) {
        List<Fact> facts = new ArrayList<>();
        int number = 0;
        for (int kase = 0; kase < CASES; kase++) {
            String id = caseId(round, kase);
            String call = new UUID(0xCA11, round * CASES + kase).toString();
            String fromCase = kase % 2 == 0 ? "{\"callId\":\"%s\"}".formatted(call) : "{}";
            String fromCall = kase % 2 == 0 ? "{}" : "{\"caseId\":\"%s\"}".formatted(id);
            facts.add(fact("calls", call, "CallReceived", ++number, "{}"));
            facts.add(fact("calls", call, "CallLinked", ++number, fromCall));
            facts.add(fact("calls", call, "CallEnded", ++number, "{}"));
            facts.add(fact("cases", id, "CaseRegistered", ++number, fromCase));
            facts.add(fact("cases", id, "FaultDispatched", ++number, "{\"caseNumber\":\"N-" + kase + "\"}"));
            facts.add(fact("cases", id, "ProgressReported", ++number, "{\"symptom\":\"hums\"}"));
            facts.add(fact("cases", id, "RestorationDenied", ++number, "{}"));
        }
        facts.addAll(facts.subList(0, 10).stream().toList());
        Collections.shuffle(facts, random);
        return facts;
    }

    private static String caseId(int round, int kase) {
        return new UUID(0xCA5E, round * CASES + kase).toString();
    }

    private static Fact fact(String topic, String subject, String type, int number, String data) {
        return new Fact(
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
                data);
    }
}
