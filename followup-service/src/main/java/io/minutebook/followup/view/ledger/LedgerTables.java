package io.minutebook.followup.view.ledger;

import io.minutebook.platform.topics.Copy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The ledger's tables, in the copy that serves and the copy that a rebuild fills. Everything is written a batch at a time. */
final class LedgerTables {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int ROW_BYTES = 700;
    private static final String CASE_COLUMNS = """
            case_id, number, case_key, site, type, priority, symptom, product, owner, engineer, status, done, cycle, opened_at, cleared_at, open, late,
            late_count, next_due, breaches, entries, last_at, search""";
    private static final List<String> TABLES = List.of("ledger_entry", "ledger_call", "ledger_case");
    static final String ENTRY_COLUMNS =
            "e.event_id, e.service, e.type, e.subject, e.occurred_at, e.recorded_at, e.causation_id, e.sequence, e.actor, e.site, e.rank, e.data";

    /** A call and a case it belongs to. */
    record Link(String callId, String caseId) implements Comparable<Link> {
        /** A case says which call it came from, a call which case it belongs to. */
        static @Nullable Link of(LedgerEntry entry, boolean onCall) {
            String other = onCall ? entry.told().caseId() : entry.told().callId();
            if (other == null) {
                return null;
            }
            return onCall ? new Link(entry.subject(), other) : new Link(other, entry.subject());
        }

        @Override
        public int compareTo(Link other) {
            int byCall = callId.compareTo(other.callId);
            return byCall == 0 ? caseId.compareTo(other.caseId) : byCall;
        }
    }

    private final JdbcTemplate jdbc;

    LedgerTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what is not there yet. */
    void add(Copy copy, List<LedgerEntry> entries, boolean onCalls) {
        if (entries.isEmpty()) {
            return;
        }
        Batch<LedgerEntry> batch = new Batch<>(entries);
        update(
                """
                insert into ledger_entry%%s (event_id, service, type, subject, occurred_at, recorded_at, causation_id, sequence, actor, site, rank, data, on_call)
                select *, %s from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing""".formatted(onCalls),
                copy,
                batch.of("uuid", LedgerEntry::eventId),
                batch.of("text", LedgerEntry::service),
                batch.of("text", LedgerEntry::type),
                batch.of("text", LedgerEntry::subject),
                batch.of("timestamptz", e -> time(e.occurredAt())),
                batch.of("timestamptz", e -> time(e.recordedAt())),
                batch.of("uuid", LedgerEntry::causationId),
                batch.of("int8", LedgerEntry::sequence),
                batch.of("text", LedgerEntry::actor),
                batch.of("text", LedgerEntry::site),
                batch.of("int4", LedgerEntry::rank),
                batch.of("text", LedgerEntry::data));
    }

    void link(Copy copy, Collection<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        Batch<Link> batch = new Batch<>(List.copyOf(links));
        update(
                "insert into ledger_call%s (call_id, case_id) select * from unnest(?, ?) on conflict do nothing",
                copy, batch.of("text", Link::callId), batch.of("text", Link::caseId));
    }

    List<String> casesOf(Copy copy, Collection<String> calls) {
        return jdbc.query(
                "select distinct case_id from ledger_call" + copy.suffix() + " where call_id = any(?)",
                (row, n) -> row.getString(1),
                (Object) calls.toArray(String[]::new));
    }

    /** Everything known of these cases and of the calls that belong to them. */
    Map<String, List<LedgerEntry>> entries(Copy copy, Collection<String> cases) {
        Map<String, List<LedgerEntry>> found = new HashMap<>();
        String[] ids = cases.toArray(String[]::new);
        jdbc.query(
                """
                with asked as (select case_id, case_id as subject from unnest(?) as case_id
                               union select case_id, call_id from ledger_call%1$s where case_id = any(?))
                select asked.case_id, %2$s from asked join ledger_entry%1$s e on e.subject = asked.subject""".formatted(copy.suffix(), ENTRY_COLUMNS),
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(entry(row, 2));
                },
                ids,
                ids);
        return found;
    }

    void summarise(Copy copy, List<CaseRow> rows) {
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
                copy,
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

    /**
     * Adds entries to the next copy by COPY, which refuses all where one stands there already: a record that the relay published twice. Then all goes
     * the ordinary way.
     */
    void load(List<LedgerEntry> ofCalls, List<LedgerEntry> ofCases) {
        CopyRows rows = new CopyRows(ROW_BYTES * (ofCalls.size() + ofCases.size()));
        Set<UUID> once = new HashSet<>();
        ofCalls.stream().filter(entry -> once.add(entry.eventId())).forEach(entry -> write(rows, entry, true));
        ofCases.stream().filter(entry -> once.add(entry.eventId())).forEach(entry -> write(rows, entry, false));
        if (!copied(rows, "ledger_entry_next (" + ENTRY_COLUMNS.replace("e.", "") + ", on_call)")) {
            add(Copy.NEXT, ofCalls, true);
            add(Copy.NEXT, ofCases, false);
        }
    }

    /** The same for lines of cases. */
    void loadSummaries(List<CaseRow> cases) {
        CopyRows rows = new CopyRows(ROW_BYTES * cases.size());
        cases.forEach(row -> write(rows, row));
        if (!copied(rows, "ledger_case_next (" + CASE_COLUMNS + ')')) {
            summarise(Copy.NEXT, cases);
        }
    }

    private boolean copied(CopyRows rows, String into) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                rows.into(connection, into);
                connection.releaseSavepoint(before);
                return true;
            } catch (SQLException refused) {
                if (!UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                    throw refused;
                }
                connection.rollback(before);
                return false;
            }
        }));
    }

    private static void write(CopyRows rows, LedgerEntry entry, boolean onCall) {
        rows.row(13)
                .id(entry.eventId())
                .text(entry.service())
                .text(entry.type())
                .text(entry.subject())
                .time(entry.occurredAt())
                .time(entry.recordedAt())
                .id(entry.causationId())
                .bigint(entry.sequence())
                .text(entry.actor())
                .text(entry.site())
                .integer(entry.rank())
                .text(entry.data())
                .flag(onCall);
    }

    private static void write(CopyRows rows, CaseRow row) {
        rows.row(23)
                .text(row.caseId())
                .text(row.number())
                .text(row.caseKey())
                .text(row.site())
                .text(row.type())
                .text(row.priority())
                .text(row.symptom())
                .text(row.product())
                .text(row.owner())
                .text(row.engineer())
                .text(row.status().name())
                .flag(!row.status().open())
                .integer(row.cycle())
                .time(row.openedAt())
                .time(row.clearedAt())
                .text(CaseRow.write(row.open()))
                .text(CaseRow.write(row.late()))
                .integer(row.late().size())
                .time(row.nextDue())
                .integer(row.breaches())
                .integer(row.entries())
                .time(row.lastAt())
                .text(row.search());
    }

    /**
     * All about the next cases of the next copy, in the database's order: as many as have so many entries together, and one at least. The case that
     * the limit cuts through comes next time. Within a transaction: tables this new have no statistics to tell the database that the order stands in
     * the index, and to sort all of it for each piece would take the square of the time.
     */
    SequencedMap<String, List<LedgerEntry>> casesAfter(String after, int limit) {
        jdbc.execute("set local enable_sort = off");
        jdbc.execute("set local enable_seqscan = off");
        jdbc.execute("set local enable_bitmapscan = off");
        SequencedMap<String, List<LedgerEntry>> found = new LinkedHashMap<>();
        int read = collect(
                found,
                "select e.subject, " + ENTRY_COLUMNS
                        + " from ledger_entry_next e where e.subject > ? and not e.on_call order by e.subject limit ?",
                after,
                limit);
        if (read == limit && found.size() > 1) {
            found.pollLastEntry();
        } else if (read == limit) {
            String only = found.pollLastEntry().getKey();
            collect(
                    found,
                    "select e.subject, " + ENTRY_COLUMNS
                            + " from ledger_entry_next e where e.subject = ? and not e.on_call",
                    only);
        }
        collect(
                found,
                "select c.case_id, " + ENTRY_COLUMNS
                        + " from ledger_call_next c join ledger_entry_next e on e.subject = c.call_id where c.case_id = any(?)",
                (Object) found.keySet().toArray(String[]::new));
        return found;
    }

    /** From the first time on in binary form, which halves the cost of reading. */
    private int collect(Map<String, List<LedgerEntry>> into, String sql, Object... values) {
        int[] rows = {0};
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, values[i]);
                    }
                    return statement;
                },
                (RowCallbackHandler) row -> {
                    into.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(entry(row, 2));
                    rows[0]++;
                });
        return rows[0];
    }

    /** The next copy's tables, empty, with the same columns and indexes. */
    void prepareNext() {
        TABLES.forEach(table -> {
            jdbc.execute("drop table if exists " + table + "_next");
            jdbc.execute("create table " + table + "_next (like " + table + " including all)");
        });
    }

    /** Waits two seconds at most for readers that still hold the old tables; else the swap is tried again later. */
    void swap() {
        jdbc.execute("set local lock_timeout = '2s'");
        TABLES.forEach(table -> {
            jdbc.execute("drop table " + table);
            jdbc.execute("alter table " + table + "_next rename to " + table);
        });
    }

    static LedgerEntry entry(ResultSet row, int from) throws SQLException {
        int rank = row.getInt(from + 10);
        boolean live = row.wasNull();
        return new LedgerEntry(
                row.getObject(from, UUID.class),
                row.getString(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getObject(from + 4, OffsetDateTime.class).toInstant(),
                row.getObject(from + 5, OffsetDateTime.class).toInstant(),
                row.getObject(from + 6, UUID.class),
                row.getLong(from + 7),
                row.getString(from + 8),
                row.getString(from + 9),
                live ? null : rank,
                row.getString(from + 11));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }

    @SafeVarargs
    private void update(String sql, Copy copy, Function<Connection, Array>... columns) {
        jdbc.update(connection -> {
            var statement = connection.prepareStatement(sql.formatted(copy.suffix()));
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, columns[i].apply(connection));
            }
            return statement;
        });
    }

    /** Rows as one array a column: one statement and one round trip for all of them. */
    private record Batch<R>(List<R> rows) {
        Function<Connection, Array> of(String type, Function<R, @Nullable Object> column) {
            Object[] values = rows.stream().map(column).toArray();
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
