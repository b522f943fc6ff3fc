package io.minutebook.followup.record;

import io.minutebook.contract.CaseStatus;
import io.minutebook.followup.record.Timeline.Line;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case as a line of the list.
 *
 * @param caseKey the case's key in the system it was imported from
 * @param openedAt the first thing that happened on the case itself
 * @param open the clocks that still run or pause, the nearest limit first
 * @param late the clocks that are broken while their step is still not taken
 * @param breaches every limit broken in the life of the case
 */
public record CaseSummary(
        String caseId,
        @Nullable String number,
        @Nullable String caseKey,
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
    public static Optional<CaseSummary> of(String caseId, Timeline timeline) {
        List<Line> own = timeline.lines().stream()
                .filter(line -> line.entry().subject().equals(caseId))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        CaseStatus status = timeline.status();
        Known known = Known.of(own);
        return Optional.of(new CaseSummary(
                caseId,
                known.number,
                known.caseKey,
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
                status == CaseStatus.CLEARED ? clearedAt(own) : null,
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

    private static @Nullable Instant clearedAt(List<Line> lines) {
        return lines.reversed().stream()
                .filter(line -> line.entry().status() == CaseStatus.CLEARED)
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
        private @Nullable String caseKey;

        static Known of(List<Line> lines) {
            Known known = new Known();
            lines.stream()
                    .filter(line -> !line.entry().aboutClock())
                    .forEach(line ->
                            known.accept(line.entry().site(), line.entry().fields()));
            return known;
        }

        private void accept(@Nullable String entrySite, EntryFields fields) {
            number = either(fields.number(), number);
            site = either(fields.site(), site == null ? entrySite : site);
            type = either(fields.type(), type);
            priority = either(fields.priority(), priority);
            symptom = either(fields.symptom(), symptom);
            product = either(fields.product(), product);
            owner = either(fields.owner(), owner);
            engineer = either(fields.engineer(), engineer);
            caseKey = either(caseKey, fields.caseKey());
        }

        private static @Nullable String either(@Nullable String word, @Nullable String otherwise) {
            return word == null ? otherwise : word;
        }
    }
}
