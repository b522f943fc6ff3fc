package io.minutebook.followup.view.ledger;

import io.minutebook.followup.view.ledger.Timeline.Line;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One case as a line of the list.
 *
 * @param openedAt the first thing that happened on the case itself
 * @param open the clocks that still run or pause, the nearest limit first
 * @param late the clocks that are broken while their step is still not taken
 * @param breaches every limit broken in the life of the case
 */
record CaseSummary(
        String caseId,
        @Nullable String number,
        @Nullable String site,
        @Nullable String type,
        @Nullable String priority,
        @Nullable String symptom,
        @Nullable String product,
        @Nullable String owner,
        @Nullable String engineer,
        CaseStatus status,
        int cycle,
        Instant openedAt,
        @Nullable Instant clearedAt,
        List<ClockRun> open,
        List<ClockRun> late,
        int breaches,
        int entries,
        Instant lastAt) {
    /** Empty while nothing is known of the case itself. */
    static Optional<CaseSummary> of(String caseId, Timeline timeline) {
        List<Line> own = timeline.lines().stream()
                .filter(line -> line.entry().subject().equals(caseId))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        CaseStatus status = CaseStatus.of(timeline);
        Known known = Known.of(own);
        return Optional.of(new CaseSummary(
                caseId,
                known.number,
                known.site,
                known.type,
                known.priority,
                known.symptom,
                known.product,
                known.owner,
                known.engineer,
                status,
                timeline.cycle(),
                own.getFirst().entry().occurredAt(),
                status == CaseStatus.CLEARED ? last(own, "FaultCleared") : null,
                clocks(timeline).filter(ClockRun::open).toList(),
                status.open() ? clocks(timeline).filter(ClockRun::overdue).toList() : List.of(),
                (int) clocks(timeline).filter(ClockRun::breached).count(),
                timeline.lines().size(),
                timeline.lines().getLast().entry().occurredAt()));
    }

    private static Stream<ClockRun> clocks(Timeline timeline) {
        return timeline.clocks().stream()
                .sorted(Comparator.comparing(ClockRun::dueAt)
                        .thenComparing(ClockRun::clock)
                        .thenComparing(ClockRun::round));
    }

    private static @Nullable Instant last(List<Line> lines, String type) {
        return lines.reversed().stream()
                .filter(line -> line.type().equals(type))
                .map(line -> line.entry().occurredAt())
                .findFirst()
                .orElse(null);
    }

    /** What the case's own events say of it; a later word replaces an earlier one, silence replaces nothing. */
    private static final class Known {
        private @Nullable String number;
        private @Nullable String site;
        private @Nullable String type;
        private @Nullable String priority;
        private @Nullable String symptom;
        private @Nullable String product;
        private @Nullable String owner;
        private @Nullable String engineer;

        static Known of(List<Line> lines) {
            Known known = new Known();
            lines.stream()
                    .filter(line -> !line.entry().aboutClock())
                    .forEach(
                            line -> known.hear(line.entry().site(), line.entry().read()));
            return known;
        }

        private void hear(@Nullable String entrySite, JsonNode data) {
            number = either(data, "caseNumber", number);
            site = either(data, "site", site == null ? entrySite : site);
            type = either(data, "type", type);
            priority = either(data, "priority", priority);
            symptom = either(data, "symptom", symptom);
            product = either(data, "productModel", either(data, "product", product));
            owner = either(data, "owner", owner);
            engineer = either(data, "engineer", either(data, "resource", engineer));
        }

        private static @Nullable String either(JsonNode data, String field, @Nullable String before) {
            JsonNode found = data.path(field);
            return found.isString() && !found.asString().isEmpty() ? storable(found.asString()) : before;
        }

        /** JSON can spell what a text column cannot hold: a NUL, half of a character. */
        private static String storable(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        }
    }
}
