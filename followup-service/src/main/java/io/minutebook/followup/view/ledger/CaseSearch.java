package io.minutebook.followup.view.ledger;

import io.minutebook.contract.CaseStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are asked for, and in what order.
 *
 * @param from first moment of opening that counts, {@code to} the first that does not
 * @param status statuses that count; empty for all
 * @param sites sites the caller may see; empty Optional for all
 * @param urgentFirst what is late first, then by the nearest limit; else the newest first
 */
record CaseSearch(
        @Nullable String number,
        @Nullable String site,
        @Nullable Instant from,
        @Nullable Instant to,
        Set<CaseStatus> status,
        @Nullable String type,
        @Nullable String text,
        @Nullable Boolean breached,
        @Nullable Boolean late,
        Optional<Set<String>> sites,
        boolean urgentFirst,
        int page,
        int size) {
    /** Conditions in SQL with their values. */
    record Where(String sql, List<Object> values) {}

    /** The same without the page: what it finds in all. */
    CaseSearch first() {
        return new CaseSearch(
                number, site, from, to, status, type, text, breached, late, sites, false, 0, Integer.MAX_VALUE);
    }

    long offset() {
        return (long) page * size;
    }

    String order() {
        return urgentFirst
                ? "order by (late_count > 0) desc, done, next_due nulls last, opened_at desc, case_id desc"
                : "order by opened_at desc, case_id desc";
    }

    Where where() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> values = new ArrayList<>();
        add(conditions, values, "number = ?", number);
        add(conditions, values, "site = ?", site);
        add(conditions, values, "opened_at >= ?", utc(from));
        add(conditions, values, "opened_at < ?", utc(to));
        add(conditions, values, "type = ?", type);
        add(conditions, values, "(breaches > 0) = ?", breached);
        add(conditions, values, "(late_count > 0) = ?", late);
        add(conditions, values, "search like ? escape '!'", text == null ? null : like(text));
        if (!status.isEmpty()) {
            add(
                    conditions,
                    values,
                    "status = any(?)",
                    status.stream().map(Enum::name).toArray(String[]::new));
        }
        sites.ifPresent(known -> add(conditions, values, "site = any(?)", known.toArray(String[]::new)));
        return new Where(String.join(" and ", conditions), values);
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static String like(String text) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return '%' + escaped + '%';
    }
}
