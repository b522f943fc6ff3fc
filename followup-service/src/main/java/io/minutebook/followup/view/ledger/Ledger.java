package io.minutebook.followup.view.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.minutebook.contract.CaseStatus;
import io.minutebook.followup.record.Timeline;
import io.minutebook.projection.TableCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the ledger answers. */
final class Ledger {
    private static final String CASE_COLUMNS =
            "case_id, number, case_key, site, type, priority, symptom, product, owner, engineer, status, cycle, opened_at, cleared_at, open, late, breaches, entries, last_at";

    private static final Duration SHARED = Duration.ofSeconds(1);

    /** Whose counts are the same: those who ask for the same within a second. */
    private record Asked(Optional<Set<String>> sites, Instant now, Instant today) {}

    private final JdbcTemplate jdbc;
    private final LedgerTables tables;
    private final Cache<CaseSearch, Long> totals =
            Caffeine.newBuilder().expireAfterWrite(SHARED).maximumSize(1_000).build();
    private final Cache<Asked, VisibleCases.CaseCounts> counts =
            Caffeine.newBuilder().expireAfterWrite(SHARED).maximumSize(1_000).build();

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
        List<Object> values = new ArrayList<>(where.values());
        values.add(caseSearch.size());
        values.add(caseSearch.offset());
        List<CaseRow> cases = jdbc.query(
                "select " + CASE_COLUMNS + " from ledger_case where " + where.sql() + ' ' + caseSearch.order()
                        + " limit ? offset ?",
                (row, n) -> row(row),
                values.toArray());
        return new VisibleCases.Page(cases, caseSearch.page(), caseSearch.size(), total(caseSearch, where, cases));
    }

    /** A page that is not full says how many there are; what is counted serves everybody who asks for the same within a second. */
    private long total(CaseSearch caseSearch, CaseSearch.Where where, List<CaseRow> cases) {
        long seen = caseSearch.offset() + cases.size();
        if (cases.size() < caseSearch.size() && (!cases.isEmpty() || caseSearch.page() == 0)) {
            return seen;
        }
        Long counted = totals.get(
                caseSearch.first(),
                search -> Objects.requireNonNull(jdbc.queryForObject(
                        "select count(*) from ledger_case where " + where.sql(),
                        Long.class,
                        where.values().toArray())));
        return cases.isEmpty() ? counted : Math.max(counted, seen);
    }

    VisibleCases.CaseCounts standing(Optional<Set<String>> sites, Instant now, Instant today) {
        return counts.get(new Asked(sites, now.truncatedTo(ChronoUnit.SECONDS), today), this::count);
    }

    /** Each count by an index of its own, so that none of them looks at the cases that are long done. */
    private VisibleCases.CaseCounts count(Asked asked) {
        String atSites = asked.sites().isPresent() ? " and site = any(?))" : ")";
        List<Object> values = new ArrayList<>();
        asked.sites().ifPresent(known -> values.add(known.toArray(String[]::new)));
        List<Object> sites = List.copyOf(values);
        values.addAll(sites);
        values.add(utc(asked.now().plusSeconds(600)));
        values.addAll(sites);
        values.add(utc(asked.today()));
        values.addAll(sites);
        return jdbc.queryForObject(
                "select (select count(*) from ledger_case where not done" + atSites
                        + ", (select count(*) from ledger_case where late_count > 0" + atSites
                        + ", (select count(*) from ledger_case where late_count = 0 and next_due <= ?" + atSites
                        + ", (select count(*) from ledger_case where cleared_at >= ?" + atSites,
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
