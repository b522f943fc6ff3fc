package io.minutebook.followup.page.cases;

import io.minutebook.followup.record.ClockRun;
import io.minutebook.followup.record.ClockRun.State;
import io.minutebook.followup.record.SiteTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock drawn as a bar. All figures are percent of the bar's length, which is the limit, or more where the limit was broken.
 *
 * @param tone late (broken, step not taken), broken, soon (past its warning point), running, paused, met, withdrawn
 * @param filled up to the limit, {@code over} beyond it; {@code opens} is where the step may be taken at the earliest
 * @param label the verdict with how far it was from the limit
 * @param earlier verdicts that were corrected
 */
record ClockGauge(
        String clock,
        int round,
        int cycle,
        String tone,
        String startedMinute,
        String dueMinute,
        @Nullable String takenMinute,
        String label,
        double filled,
        double over,
        double limit,
        double warn,
        double opens,
        long startedAt,
        long warnAt,
        long dueAt,
        String policy,
        List<String> earlier) {
    private static final double LONGEST = 1.4;

    static ClockGauge of(ClockRun run, Instant now, SiteTime wall, PageTexts pageTexts) {
        double limit = Math.max(1, run.allowed().toMillis());
        Instant end = end(run, now);
        double elapsed = Math.max(0, Duration.between(run.startedAt(), end).toMillis());
        double shown = Math.min(Math.max(elapsed, limit), limit * LONGEST);
        Instant warnAt = run.warnAt();
        Instant opensAt = run.opensAt();
        return new ClockGauge(
                run.clock(),
                run.round(),
                run.cycle(),
                tone(run, now),
                wall.minute(run.startedAt()),
                wall.minute(run.dueAt()),
                wall.minuteOf(run.takenAt()),
                run.open() && run.provisional()
                        ? pageTexts.of("provisional", label(run, now, pageTexts))
                        : label(run, now, pageTexts),
                percent(Math.min(elapsed, limit), shown),
                percent(Math.max(0, Math.min(elapsed, shown) - limit), shown),
                percent(limit, shown),
                warnAt == null
                        ? -1
                        : percent(Duration.between(run.startedAt(), warnAt).toMillis(), shown),
                opensAt == null
                        ? -1
                        : percent(Duration.between(run.startedAt(), opensAt).toMillis(), shown),
                run.startedAt().toEpochMilli(),
                warnAt == null ? 0 : warnAt.toEpochMilli(),
                run.dueAt().toEpochMilli(),
                run.policy(),
                run.earlier().stream()
                        .filter(said -> said.was() != run.state())
                        .map(pageTexts::said)
                        .toList());
    }

    public boolean runs() {
        return tone.equals("running") || tone.equals("soon") || tone.equals("late");
    }

    /** The word the shell's styles for clocks go by. */
    public String word() {
        return switch (tone) {
            case "late", "broken" -> "breached";
            case "soon" -> "warned";
            case "withdrawn" -> "paused";
            default -> tone;
        };
    }

    static String tone(ClockRun run, Instant now) {
        return switch (run.state()) {
            case RUNNING -> tone(now, run.warnAt(), run.dueAt());
            case BREACHED -> run.overdue() ? "late" : "broken";
            case PAUSED, MET, WITHDRAWN -> run.state().name().toLowerCase(Locale.ROOT);
        };
    }

    static String tone(Instant now, @Nullable Instant warnAt, Instant dueAt) {
        if (now.isAfter(dueAt)) {
            return "late";
        }
        return warnAt != null && !now.isBefore(warnAt) ? "soon" : "running";
    }

    private static Instant end(ClockRun run, Instant now) {
        if (run.takenAt() != null) {
            return run.takenAt();
        }
        if (run.state() == State.PAUSED && !run.pauses().isEmpty()) {
            return run.pauses().getLast().from();
        }
        return run.verdictAt() != null && !run.breached() ? run.verdictAt() : now;
    }

    private static String label(ClockRun run, Instant now, PageTexts pageTexts) {
        return switch (run.state()) {
            case RUNNING -> {
                Duration left = Duration.between(now, run.dueAt());
                yield pageTexts.of(left.isNegative() ? "late-by" : "left", pageTexts.span(left));
            }
            case PAUSED -> pageTexts.of("paused");
            case MET -> pageTexts.verdict(run);
            case BREACHED ->
                run.margin() == null
                        ? pageTexts.of("late-by", pageTexts.span(Duration.between(run.dueAt(), now)))
                        : pageTexts.verdict(run);
            case WITHDRAWN -> pageTexts.withdrawn(run.reason());
        };
    }

    private static double percent(double part, double whole) {
        return Math.round(1000.0 * part / whole) / 10.0;
    }
}
