package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.Stand;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {
    private static final UUID CASE = UUID.fromString("019aa000-0000-7000-8000-000000000001");
    private static final UUID IMPORTED = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void a_log_of_the_first_shape_is_carried_over_with_its_order_and_goes_on() throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(Stand.postgres().freshDatabase("migration"));
        Schema.run(database, "V001__event_log.sql");
        LogPosition first;
        try (Connection connection = database.getConnection()) {
            old(connection, CASE, 0, CASE.toString());
            old(connection, IMPORTED, 0, "an import");
            old(connection, CASE, 1, CASE.toString());
            try (ResultSet found = connection
                    .createStatement()
                    .executeQuery("SELECT xid::text::bigint, position FROM event ORDER BY position LIMIT 1")) {
                found.next();
                first = new LogPosition(found.getLong(1), found.getLong(2));
            }
        }
        Schema.run(database, "V002__lean_log_by_month.sql");
        try (EventLog log = new EventLog(database, new AppendSignal())) {
            List<EventLog.LoggedEvent> rows = log.after(LogPosition.START, 10);
            assertThat(rows.stream().map(row -> row.event().stream())).containsExactly(CASE, IMPORTED, CASE);
            assertThat(rows.getFirst().at()).isEqualTo(first);
            EncodedEvent event = rows.get(1).event();
            assertThat(event.subject()).isEqualTo("case");
            assertThat(event.type()).isEqualTo("trial.Happened");
            assertThat(event.correlationId()).isEqualTo("an import");
            assertThat(event.trace()).isEqualTo(TRACE);
            assertThat(rows.getFirst().event().correlationId()).isEqualTo(CASE.toString());
            EncodedEvent next = new EncodedEvent(
                    UUID.randomUUID(),
                    "case",
                    CASE,
                    2,
                    "trial.Happened",
                    1,
                    event.occurredAt(),
                    event.recordedAt(),
                    null,
                    CASE.toString(),
                    "somebody",
                    null,
                    null,
                    event.payload());
            log.append(List.of(next), AppendAttachments.NONE);
            assertThat(log.after(rows.getLast().at(), 10)).hasSize(1);
            assertThat(log.stream(CASE, 0).stream().map(row -> row.event().sequence()))
                    .containsExactly(0L, 1L, 2L);
        }
    }

    private static void old(Connection connection, UUID stream, int sequence, String correlation) throws Exception {
        connection.createStatement().execute("""
                INSERT INTO event (event_id, subject, stream, sequence, type, version, occurred_at, recorded_at, correlation_id, actor, trace, payload)
                VALUES (gen_random_uuid(), 'case', '%s', %d, 'trial.Happened', 1, now(), now(), '%s', 'a', '%s', '{}')""".formatted(stream, sequence, correlation, TRACE));
    }
}
