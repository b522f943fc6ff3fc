package io.minutebook.followup.view.ledger;

import io.minutebook.contract.CaseStatus;
import io.minutebook.platform.input.InvalidRequest;
import io.minutebook.platform.input.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see in the list of cases.
 *
 * @param from opened not before this day or moment, {@code to} not after this day, or before this moment
 * @param status one or several statuses with commas between; OPEN stands for all that are not done
 * @param q words of the symptom, the product, the owner or the engineer, or a part of the number
 * @param breached only cases with, or without, a broken limit; {@code late} only those where a broken limit's step is still not taken
 * @param order newest (default), or due: the late first, then by the nearest limit
 */
public record CaseQuery(
        @Nullable @Text(max = 200) String number,
        @Nullable @Text(max = 200) String site,
        @Nullable @Text(max = 40) String from,
        @Nullable @Text(max = 40) String to,
        @Nullable @Text(max = 400) String status,
        @Nullable @Text(max = 40) String type,
        @Nullable @Text(max = 200) String q,
        @Nullable Boolean breached,
        @Nullable Boolean late,
        @Nullable @Text(max = 10) String order,
        @Nullable @Min(0) @Max(1_000_000) Integer page,
        @Nullable @Min(1) @Max(500) Integer size) {
    private static final int USUAL_SIZE = 50;
    private static final String OPEN = "OPEN";

    /** The same, with the late first. */
    public CaseQuery urgentFirst() {
        return new CaseQuery(number, site, from, to, status, type, q, breached, late, "due", page, size);
    }

    /** What is given, as it would stand in an address; without the page. */
    public Map<String, String> parameters() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "number", number);
        put(given, "site", site);
        put(given, "from", from);
        put(given, "to", to);
        put(given, "status", status);
        put(given, "type", type);
        put(given, "q", q);
        put(given, "breached", breached);
        put(given, "late", late);
        put(given, "order", order);
        put(given, "size", size);
        return given;
    }

    public CaseSearch search(Optional<Set<String>> sites, ZoneId zone) {
        return new CaseSearch(
                given(number),
                given(site),
                moment("from", from, zone, 0),
                moment("to", to, zone, 1),
                statuses(),
                given(type),
                given(q),
                breached,
                late,
                sites,
                dueFirst(),
                page == null ? 0 : page,
                size == null ? USUAL_SIZE : size);
    }

    private boolean dueFirst() {
        String wanted = given(order);
        if (wanted == null || wanted.equals("newest")) {
            return false;
        }
        if (wanted.equals("due")) {
            return true;
        }
        throw new InvalidRequest("order", "must be newest or due");
    }

    private Set<CaseStatus> statuses() {
        String wanted = given(status);
        Set<CaseStatus> found = EnumSet.noneOf(CaseStatus.class);
        if (wanted == null) {
            return found;
        }
        for (String name : wanted.toUpperCase(Locale.ROOT).split(",")) {
            if (name.strip().equals(OPEN)) {
                Arrays.stream(CaseStatus.values()).filter(CaseStatus::open).forEach(found::add);
            } else {
                found.add(statusOf(name.strip()));
            }
        }
        return found;
    }

    private static CaseStatus statusOf(String name) {
        return Arrays.stream(CaseStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "status",
                        "must be OPEN or one of "
                                + Arrays.stream(CaseStatus.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static @Nullable Instant moment(String field, @Nullable String text, ZoneId zone, int daysOn) {
        String wanted = given(text);
        if (wanted == null) {
            return null;
        }
        try {
            return wanted.length() == 10
                    ? LocalDate.parse(wanted)
                            .plusDays(daysOn)
                            .atStartOfDay(zone)
                            .toInstant()
                    : OffsetDateTime.parse(wanted).toInstant();
        } catch (DateTimeException malformed) {
            throw new InvalidRequest(field, "must be a day such as 2026-03-02, or an ISO 8601 time with offset");
        }
    }

    private static void put(Map<String, String> given, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            given.put(name, value.toString());
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
