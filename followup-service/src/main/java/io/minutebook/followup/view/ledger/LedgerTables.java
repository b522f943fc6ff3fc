package io.minutebook.followup.view.ledger;

import io.minutebook.followup.record.CallLink;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.projection.StringPool;
import io.minutebook.projection.TableCopy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** The ledger's tables, in the copy that serves and the copy that takes its place. Everything is written a batch at a time. */
final class LedgerTables {
    static final String ENTRY_COLUMNS =
            "e.event_id, e.service, e.type, e.subject, e.occurred_at, e.recorded_at, e.causation_id, e.sequence, e.actor, e.site, e.rank, e.data";

    private final JdbcTemplate jdbc;

    LedgerTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The copy that a rebuild fills, as it is filled in bulk. */
    RebuildTables next() {
        return new RebuildTables(jdbc, this);
    }

    /** Adds what is not there yet; returns what was not. */
    List<RecordEntry> add(TableCopy tableCopy, List<RecordEntry> entries, boolean onCalls) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Batch<RecordEntry> batch = new Batch<>(entries);
        List<UUID> added = jdbc.query(
                statement(
                        """
                insert into ledger_entry%%s (event_id, service, type, subject, occurred_at, recorded_at, causation_id, sequence, actor, site, rank, data, on_call)
                select *, %s from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing returning event_id""".formatted(onCalls),
                        tableCopy,
                        batch.of("uuid", RecordEntry::eventId),
                        batch.of("text", RecordEntry::service),
                        batch.of("text", RecordEntry::type),
                        batch.of("text", RecordEntry::subject),
                        batch.of("timestamptz", e -> time(e.occurredAt())),
                        batch.of("timestamptz", e -> time(e.recordedAt())),
                        batch.of("uuid", RecordEntry::causationId),
                        batch.of("int8", RecordEntry::sequence),
                        batch.of("text", RecordEntry::actor),
                        batch.of("text", RecordEntry::site),
                        batch.of("int4", RecordEntry::rank),
                        batch.of("text", RecordEntry::data)),
                (row, n) -> row.getObject(1, UUID.class));
        Set<UUID> once = new HashSet<>(added);
        return entries.stream().filter(entry -> once.remove(entry.eventId())).toList();
    }

    void link(TableCopy tableCopy, Collection<CallLink> links) {
        if (links.isEmpty()) {
            return;
        }
        Batch<CallLink> batch = new Batch<>(List.copyOf(links));
        update(
                "insert into ledger_call%s (call_id, case_id) select * from unnest(?, ?) on conflict do nothing",
                tableCopy, batch.of("text", CallLink::callId), batch.of("text", CallLink::caseId));
    }

    List<String> casesOf(TableCopy tableCopy, Collection<String> calls) {
        return jdbc.query(
                "select distinct case_id from ledger_call" + tableCopy.suffix() + " where call_id = any(?)",
                (row, n) -> row.getString(1),
                (Object) calls.toArray(String[]::new));
    }

    /**
     * Everything known of these cases and of the calls that belong to them. Laterally and with an offset, so that each is looked up by the
     * index: of a table that has just grown the database knows too little, and would read all of it.
     */
    Map<String, List<RecordEntry>> entries(TableCopy tableCopy, Collection<String> cases) {
        Map<String, List<RecordEntry>> found = new HashMap<>();
        String[] ids = cases.toArray(String[]::new);
        jdbc.query(
                """
                with asked as (select case_id, case_id as subject from unnest(?) as case_id
                               union select case_id, call_id from ledger_call%1$s where case_id = any(?))
                select asked.case_id, %2$s from asked
                    cross join lateral (select * from ledger_entry%1$s of where of.subject = asked.subject offset 0) e""".formatted(tableCopy.suffix(), ENTRY_COLUMNS),
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(entry(row, 2));
                },
                ids,
                ids);
        return found;
    }

    void summarise(TableCopy tableCopy, List<CaseRow> rows) {
        Batch<CaseRow> batch = new Batch<>(rows);
        update(
                """
                insert into ledger_case%s (case_id, number, case_key, site, type, priority, symptom, product, owner, engineer, status, done,
                    cycle, opened_at, cleared_at, open, late, late_count, next_due, breaches, entries, last_at, search)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (case_id) do update set number = excluded.number, case_key = excluded.case_key, site = excluded.site,
                    type = excluded.type, priority = excluded.priority, symptom = excluded.symptom, product = excluded.product,
                    owner = excluded.owner, engineer = excluded.engineer, status = excluded.status, done = excluded.done,
                    cycle = excluded.cycle, opened_at = excluded.opened_at, cleared_at = excluded.cleared_at, open = excluded.open,
                    late = excluded.late, late_count = excluded.late_count, next_due = excluded.next_due,
                    breaches = excluded.breaches, entries = excluded.entries, last_at = excluded.last_at, search = excluded.search""",
                tableCopy,
                batch.of("text", CaseRow::caseId),
                batch.of("text", CaseRow::number),
                batch.of("text", CaseRow::caseKey),
                batch.of("text", CaseRow::site),
                batch.of("text", CaseRow::type),
                batch.of("text", CaseRow::priority),
                batch.of("text", CaseRow::symptom),
                batch.of("text", CaseRow::product),
                batch.of("text", CaseRow::owner),
                batch.of("text", CaseRow::engineer),
                batch.of("text", row -> row.status().name()),
                batch.of("bool", row -> !row.status().open()),
                batch.of("int4", CaseRow::cycle),
                batch.of("timestamptz", row -> time(row.openedAt())),
                batch.of("timestamptz", row -> row.clearedAt() == null ? null : time(row.clearedAt())),
                batch.of("text", row -> CaseRow.write(row.open())),
                batch.of("text", row -> CaseRow.write(row.late())),
                batch.of("int4", row -> row.late().size()),
                batch.of("timestamptz", row -> row.nextDue() == null ? null : time(row.nextDue())),
                batch.of("int4", CaseRow::breaches),
                batch.of("int4", CaseRow::entries),
                batch.of("timestamptz", row -> time(row.lastAt())),
                batch.of("text", CaseRow::search));
    }

    static RecordEntry entry(ResultSet row, int from) throws SQLException {
        int rank = row.getInt(from + 10);
        boolean live = row.wasNull();
        return new RecordEntry(
                row.getObject(from, UUID.class),
                StringPool.word(row.getString(from + 1)),
                StringPool.word(row.getString(from + 2)),
                row.getString(from + 3),
                row.getObject(from + 4, OffsetDateTime.class).toInstant(),
                row.getObject(from + 5, OffsetDateTime.class).toInstant(),
                row.getObject(from + 6, UUID.class),
                row.getLong(from + 7),
                StringPool.word(row.getString(from + 8)),
                row.getString(from + 9),
                live ? null : rank,
                row.getString(from + 11));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }

    @SafeVarargs
    private void update(String sql, TableCopy tableCopy, Function<Connection, Array>... columns) {
        jdbc.update(statement(sql, tableCopy, columns));
    }

    @SafeVarargs
    private static PreparedStatementCreator statement(
            String sql, TableCopy tableCopy, Function<Connection, Array>... columns) {
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(sql.formatted(tableCopy.suffix()));
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, columns[i].apply(connection));
            }
            return statement;
        };
    }

    /** Rows as one array a column: one statement and one round trip for all of them. */
    private record Batch<R>(List<R> rows) {
        /** Of a kind that travels as it is in memory, where there is one; the rest travels as text. */
        private static Object[] array(String type, int length) {
            return switch (type) {
                case "text" -> new String[length];
                case "int4" -> new Integer[length];
                case "int8" -> new Long[length];
                default -> new Object[length];
            };
        }

        Function<Connection, Array> of(String type, Function<R, @Nullable Object> column) {
            Object[] values = rows.stream().map(column).toArray(count -> array(type, count));
            return connection -> {
                try {
                    return connection.createArrayOf(type, values);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            };
        }
    }
}
