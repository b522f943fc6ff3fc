package io.minutebook.followup.view.ledger;

import static io.minutebook.followup.view.ledger.LedgerTables.ENTRY_COLUMNS;

import io.minutebook.followup.record.RecordEntry;
import io.minutebook.projection.TableCopy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The copy of the ledger's tables that a rebuild makes: filled by COPY, read back in the order of its cases, put in the serving one's place. */
final class RebuildTables {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int ROW_BYTES = 700;
    private static final String CASE_COLUMNS = """
            case_id, number, case_key, site, type, priority, symptom, product, owner, engineer, status, done, cycle, opened_at, cleared_at, open, late,
            late_count, next_due, breaches, entries, last_at, search""";
    private static final List<String> TABLES = List.of("ledger_entry", "ledger_call", "ledger_case");

    private final JdbcTemplate jdbc;
    private final LedgerTables tables;

    RebuildTables(JdbcTemplate jdbc, LedgerTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** Empty tables, with the same columns and indexes. */
    void prepare() {
        TABLES.forEach(table -> {
            jdbc.execute("drop table if exists " + table + "_next");
            jdbc.execute("create table " + table + "_next (like " + table + " including all)");
        });
    }

    /**
     * Adds entries by COPY, which refuses all where one stands there already: a record that the relay published twice. Then all goes
     * the ordinary way.
     */
    void load(List<RecordEntry> ofCalls, List<RecordEntry> ofCases) {
        BinaryCopy rows = new BinaryCopy(ROW_BYTES * (ofCalls.size() + ofCases.size()));
        Set<UUID> once = new HashSet<>();
        ofCalls.stream().filter(entry -> once.add(entry.eventId())).forEach(entry -> write(rows, entry, true));
        ofCases.stream().filter(entry -> once.add(entry.eventId())).forEach(entry -> write(rows, entry, false));
        if (!copied(rows, "ledger_entry_next (" + ENTRY_COLUMNS.replace("e.", "") + ", on_call)")) {
            tables.add(TableCopy.NEXT, ofCalls, true);
            tables.add(TableCopy.NEXT, ofCases, false);
        }
    }

    /** The same for lines of cases. */
    void loadSummaries(List<CaseRow> cases) {
        BinaryCopy rows = new BinaryCopy(ROW_BYTES * cases.size());
        cases.forEach(row -> write(rows, row));
        if (!copied(rows, "ledger_case_next (" + CASE_COLUMNS + ')')) {
            tables.summarise(TableCopy.NEXT, cases);
        }
    }

    private boolean copied(BinaryCopy rows, String into) {
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

    private static void write(BinaryCopy rows, RecordEntry entry, boolean onCall) {
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

    private static void write(BinaryCopy rows, CaseRow row) {
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
     * All about the next cases, in the database's order: as many as have so many entries together, and one at least. The case that
     * the limit cuts through comes next time. Within a transaction: tables this new have no statistics to tell the database that the order stands in
     * the index, and to sort all of it for each piece would take the square of the time.
     */
    SequencedMap<String, List<RecordEntry>> casesAfter(String after, int limit) {
        jdbc.execute("set local enable_sort = off");
        jdbc.execute("set local enable_seqscan = off");
        jdbc.execute("set local enable_bitmapscan = off");
        SequencedMap<String, List<RecordEntry>> found = new LinkedHashMap<>();
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
    private int collect(Map<String, List<RecordEntry>> into, String sql, Object... values) {
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
                            .add(LedgerTables.entry(row, 2));
                    rows[0]++;
                });
        return rows[0];
    }

    /** Waits two seconds at most for readers that still hold the old tables; else the swap is tried again later. */
    void swap() {
        jdbc.execute("set local lock_timeout = '2s'");
        TABLES.forEach(table -> {
            jdbc.execute("drop table " + table);
            jdbc.execute("alter table " + table + "_next rename to " + table);
        });
    }
}
