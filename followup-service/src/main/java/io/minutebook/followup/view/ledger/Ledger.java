package io.minutebook.followup.view.ledger;

import io.minutebook.contract.CaseStatus;
import io.minutebook.followup.record.Timeline;
import io.minutebook.projection.TableCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the ledger answers. */
final class Ledger {
    private static final String CASE_COLUMNS =
            "case_id, number, case_key, site, type, priority, symptom, product, owner, engineer, status, cycle, opened_at, cleared_at, open, late, breaches, entries, last_at";

    private final JdbcTemplate jdbc;
    private final LedgerTables tables;

    Ledger(JdbcTemplate jdbc, LedgerTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** Returns the case; empty where no event of it has arrived. */
    Optional<CaseRow> find(String caseId) {
        return jdbc
                .query("select " + CASE_COLUMNS + " from ledger_case where case_id = ?", (row, n) -> row(row), caseId)
                .stream()
                .findFirst();
    }

    Timeline timeline(String caseId) {
        return Timeline.of(tables.entries(TableCopy.SERVING, List.of(caseId)).getOrDefault(caseId, List.of()));
    }

    VisibleCases.Page list(CaseSearch caseSearch) {
        CaseSearch.Where where = caseSearch.where();
        Long total = jdbc.queryForObject(
                "select count(*) from ledger_case where " + where.sql(),
                Long.class,
                where.values().toArray());
        List<Object> values = new ArrayList<>(where.values());
        values.add(caseSearch.size());
        values.add(caseSearch.offset());
        List<CaseRow> cases = jdbc.query(
                "select " + CASE_COLUMNS + " from ledger_case where " + where.sql() + ' ' + caseSearch.order()
                        + " limit ? offset ?",
                (row, n) -> row(row),
                values.toArray());
        return new VisibleCases.Page(cases, caseSearch.page(), caseSearch.size(), total == null ? 0 : total);
    }

    VisibleCases.CaseCounts standing(Optional<Set<String>> sites, Instant now, Instant today) {
        List<Object> values = new ArrayList<>(List.of(utc(now.plusSeconds(600)), utc(today)));
        sites.ifPresent(known -> values.add(known.toArray(String[]::new)));
        return jdbc.queryForObject(
                """
                select count(*) filter (where not done),
                       count(*) filter (where late_count > 0),
                       count(*) filter (where late_count = 0 and next_due <= ?),
                       count(*) filter (where cleared_at >= ?)
                from ledger_case where """ + (sites.isPresent() ? " site = any(?)" : " true"),
                (row, n) -> new VisibleCases.CaseCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                values.toArray());
    }

    /** How many entries each of these cases has now: what has grown is worth a look. */
    Map<String, Integer> entries(Collection<String> cases) {
        Map<String, Integer> found = new HashMap<>();
        jdbc.query(
                "select case_id, entries from ledger_case where case_id = any(?)",
                row -> {
                    found.put(row.getString(1), row.getInt(2));
                },
                (Object) cases.toArray(String[]::new));
        return found;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(java.time.ZoneOffset.UTC);
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        return new CaseRow(
                row.getString("case_id"),
                row.getString("number"),
                row.getString("case_key"),
                row.getString("site"),
                row.getString("type"),
                row.getString("priority"),
                row.getString("symptom"),
                row.getString("product"),
                row.getString("owner"),
                row.getString("engineer"),
                CaseStatus.valueOf(row.getString("status")),
                row.getInt("cycle"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("cleared_at", OffsetDateTime.class)),
                CaseRow.read(row.getString("open")),
                CaseRow.read(row.getString("late")),
                row.getInt("breaches"),
                row.getInt("entries"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
