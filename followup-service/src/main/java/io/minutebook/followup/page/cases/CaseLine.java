package io.minutebook.followup.page.cases;

import io.minutebook.followup.record.ClockRun;
import io.minutebook.followup.record.SiteTime;
import io.minutebook.followup.view.ledger.CaseRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case as a row of the list's page.
 *
 * @param tone how urgent it is: late, soon, running, done
 * @param pills the clocks that matter most, {@code more} how many stand behind them
 */
record CaseLine(
        String id,
        String number,
        @Nullable String symptom,
        String about,
        String status,
        String statusText,
        int cycle,
        @Nullable String owner,
        @Nullable String engineer,
        String day,
        String minute,
        String tone,
        List<Pill> pills,
        int more,
        int breaches) {
    /** @param filled percent of the limit that has passed */
    record Pill(
            String tone,
            String clock,
            String label,
            String dueMinute,
            double filled,
            double warn,
            long startedAt,
            long warnAt,
            long dueAt) {
        public boolean runs() {
            return !tone.equals("paused");
        }

        /** The word the shell's styles for clocks go by. */
        public String word() {
            return switch (tone) {
                case "late" -> "breached";
                case "soon" -> "warned";
                default -> tone;
            };
        }
    }

    private static final int SHOWN = 2;

    static CaseLine of(CaseRow row, Instant now, SiteTime wall, PageTexts pageTexts) {
        List<Pill> pills = new ArrayList<>();
        row.late().forEach(mark -> pills.add(pill(mark, "late", now, wall, pageTexts)));
        row.open().forEach(mark -> pills.add(pill(mark, tone(mark, now), now, wall, pageTexts)));
        String opened = wall.minute(row.openedAt());
        return new CaseLine(
                row.caseId(),
                Stream.of(row.number(), row.caseKey())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("—"),
                row.symptom(),
                about(row, pageTexts),
                row.status().name(),
                pageTexts.status(row.status()),
                row.cycle(),
                row.owner(),
                row.engineer(),
                opened.substring(0, 10),
                opened.substring(11),
                tone(row, pills),
                pills.subList(0, Math.min(SHOWN, pills.size())),
                Math.max(0, pills.size() - SHOWN),
                row.breaches());
    }

    /** Site, type and priority in one phrase. */
    private static String about(CaseRow row, PageTexts pageTexts) {
        String type = row.type() == null ? null : pageTexts.value(row.type());
        String priority = row.priority() == null ? null : pageTexts.value(row.priority());
        return Stream.of(row.site(), type, priority).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private static String tone(CaseRow row, List<Pill> pills) {
        for (String tone : List.of("late", "soon")) {
            if (pills.stream().anyMatch(pill -> pill.tone().equals(tone))) {
                return tone;
            }
        }
        return row.status().open() ? "running" : "done";
    }

    private static String tone(CaseRow.Mark mark, Instant now) {
        return mark.state() == ClockRun.State.PAUSED ? "paused" : ClockGauge.tone(now, mark.warnAt(), mark.dueAt());
    }

    private static Pill pill(CaseRow.Mark mark, String tone, Instant now, SiteTime wall, PageTexts pageTexts) {
        Duration left = Duration.between(now, mark.dueAt());
        double limit =
                Math.max(1, Duration.between(mark.startedAt(), mark.dueAt()).toMillis());
        double gone = Math.clamp(Duration.between(mark.startedAt(), now).toMillis() / limit, 0, 1);
        Instant warnAt = mark.warnAt();
        String label = tone.equals("paused")
                ? pageTexts.of("paused")
                : pageTexts.of(left.isNegative() ? "late-by" : "left", pageTexts.span(left));
        return new Pill(
                tone,
                pageTexts.clock(mark.clock()),
                label,
                wall.minute(mark.dueAt()),
                Math.round(gone * 1000) / 10.0,
                warnAt == null
                        ? -1
                        : Math.round(Duration.between(mark.startedAt(), warnAt).toMillis() / limit * 1000) / 10.0,
                mark.startedAt().toEpochMilli(),
                warnAt == null ? 0 : warnAt.toEpochMilli(),
                mark.dueAt().toEpochMilli());
    }
}
