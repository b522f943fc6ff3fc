package io.minutebook.followup.view.ledger;

import io.minutebook.contract.CaseStatus;
import io.minutebook.followup.record.CaseSummary;
import io.minutebook.followup.record.ClockRun;
import io.minutebook.followup.record.ClockRun.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case as the list keeps it.
 *
 * @param caseKey the case's key in the system it was imported from
 * @param open clocks that run or pause, the nearest limit first; {@code late} those that broke while their step is still not taken
 */
public record CaseRow(
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
        List<Mark> open,
        List<Mark> late,
        int breaches,
        int entries,
        Instant lastAt) {
    /** A clock as the list shows it. */
    public record Mark(
            String clock, Instant dueAt, @Nullable Instant warnAt, Instant startedAt, State state) {
        static Mark of(ClockRun run) {
            return new Mark(run.clock(), run.dueAt(), run.warnAt(), run.startedAt(), run.state());
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static CaseRow of(CaseSummary summary) {
        return new CaseRow(
                summary.caseId(),
                summary.number(),
                summary.caseKey(),
                summary.site(),
                summary.type(),
                summary.priority(),
                summary.symptom(),
                summary.product(),
                summary.owner(),
                summary.engineer(),
                summary.status(),
                summary.cycle(),
                summary.openedAt(),
                summary.clearedAt(),
                summary.open().stream().map(Mark::of).toList(),
                summary.late().stream().map(Mark::of).toList(),
                summary.breaches(),
                summary.entries(),
                summary.lastAt());
    }

    /** The limit that comes first of those that run. */
    @Nullable
    Instant nextDue() {
        return open.stream()
                .filter(mark -> mark.state() == State.RUNNING)
                .map(Mark::dueAt)
                .findFirst()
                .orElse(null);
    }

    /** What a search looks through; no personal data. */
    String search() {
        return Stream.of(number, caseKey, symptom, product, owner, engineer)
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    static String write(List<Mark> marks) {
        return JSON.writeValueAsString(marks);
    }

    static List<Mark> read(String marks) {
        return JSON.readValue(marks, new TypeReference<>() {});
    }
}
