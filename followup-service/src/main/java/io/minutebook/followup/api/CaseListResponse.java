package io.minutebook.followup.api;

import io.minutebook.followup.record.SiteTime;
import io.minutebook.followup.view.ledger.CaseRow;
import io.minutebook.followup.view.ledger.VisibleCases;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of the list of cases; {@code total} counts all pages. */
record CaseListResponse(List<CaseAnswer> cases, int page, int size, long total) {
    /**
     * @param openedAt the first thing that happened on the case
     * @param clocks that run or pause, the nearest limit first
     * @param late clocks that broke while their step is still not taken
     * @param breaches every limit broken in the life of the case
     */
    record CaseAnswer(
            String caseId,
            @Nullable String caseNumber,
            @Nullable String site,
            @Nullable String type,
            @Nullable String priority,
            @Nullable String symptom,
            @Nullable String product,
            @Nullable String owner,
            @Nullable String engineer,
            String status,
            int cycle,
            String openedAt,
            String openedMinute,
            @Nullable String clearedAt,
            List<MarkAnswer> clocks,
            List<MarkAnswer> late,
            int breaches,
            int entries) {}

    record MarkAnswer(String clock, String dueAt, String dueMinute, String state) {}

    static CaseListResponse of(VisibleCases.Page page, Function<@Nullable String, ZoneId> zones) {
        return new CaseListResponse(
                page.cases().stream()
                        .map(row -> answer(row, new SiteTime(zones.apply(row.site()))))
                        .toList(),
                page.page(),
                page.size(),
                page.total());
    }

    private static CaseAnswer answer(CaseRow row, SiteTime wall) {
        return new CaseAnswer(
                row.caseId(),
                row.number(),
                row.site(),
                row.type(),
                row.priority(),
                row.symptom(),
                row.product(),
                row.owner(),
                row.engineer(),
                row.status().name(),
                row.cycle(),
                wall.exact(row.openedAt()),
                wall.isoMinute(row.openedAt()),
                wall.exactOf(row.clearedAt()),
                marks(row.open(), wall),
                marks(row.late(), wall),
                row.breaches(),
                row.entries());
    }

    private static List<MarkAnswer> marks(List<CaseRow.Mark> marks, SiteTime wall) {
        return marks.stream()
                .map(mark -> new MarkAnswer(
                        mark.clock(),
                        wall.exact(mark.dueAt()),
                        wall.isoMinute(mark.dueAt()),
                        mark.state().name()))
                .toList();
    }
}
