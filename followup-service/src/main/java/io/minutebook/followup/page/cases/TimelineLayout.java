package io.minutebook.followup.page.cases;

import io.minutebook.followup.page.cases.TimelineSheet.Cause;
import io.minutebook.followup.page.cases.TimelineSheet.Chip;
import io.minutebook.followup.page.cases.TimelineSheet.Kind;
import io.minutebook.followup.page.cases.TimelineSheet.Row;
import io.minutebook.followup.page.cases.TimelineSheet.Segment;
import io.minutebook.followup.record.ClockRun;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.SiteTime;
import io.minutebook.followup.record.Timeline;
import io.minutebook.followup.record.Timeline.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays a timeline out as rows and lanes. */
final class TimelineLayout {
    private static final Duration GAP = Duration.ofMinutes(30);
    static final Set<String> TOLD_BY_CHIPS = Set.of("ClockStarted", "ClockMet", "ClockCorrected");
    private static final List<String> URGENCY =
            List.of("late", "soon", "running", "paused", "broken", "met", "withdrawn");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(":ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Timeline timeline;
    private final Instant now;
    private final SiteTime wall;
    private final PageTexts pageTexts;
    private final boolean open;
    private final List<Row> rows = new ArrayList<>();
    private final Map<UUID, Integer> rowOf = new HashMap<>();
    private final Map<UUID, Line> lineOf = new HashMap<>();

    private TimelineLayout(Timeline timeline, boolean open, Instant now, SiteTime wall, PageTexts pageTexts) {
        this.timeline = timeline;
        this.open = open;
        this.now = now;
        this.wall = wall;
        this.pageTexts = pageTexts;
        timeline.lines().forEach(line -> lineOf.put(line.entry().eventId(), line));
    }

    /** @param open the case goes on: its lanes run down to now */
    static TimelineSheet write(Timeline timeline, boolean open, Instant now, SiteTime wall, PageTexts pageTexts) {
        return new TimelineLayout(timeline, open, now, wall, pageTexts).sheet();
    }

    private TimelineSheet sheet() {
        rows();
        List<ClockGauge> gauges = timeline.clocks().stream()
                .sorted(Comparator.comparing((ClockRun run) -> URGENCY.indexOf(ClockGauge.tone(run, now)))
                        .thenComparing(run -> run.open() ? run.dueAt() : Instant.EPOCH)
                        .thenComparing(ClockRun::startedAt))
                .map(run -> ClockGauge.of(run, now, wall, pageTexts))
                .toList();
        ClockLanes clockLanes = new ClockLanes(rows.size());
        timeline.clocks().forEach(run -> draw(run, clockLanes));
        return new TimelineSheet(
                rows.stream().map(row -> with(row, clockLanes.at(row.at()))).toList(),
                clockLanes.count(),
                gauges,
                gauges.stream()
                        .filter(clockGauge -> clockGauge.tone().equals("late"))
                        .toList(),
                count(ClockRun.State.MET),
                count(ClockRun.State.BREACHED),
                (int) timeline.clocks().stream().filter(ClockRun::open).count());
    }

    private int count(ClockRun.State state) {
        return (int)
                timeline.clocks().stream().filter(run -> run.state() == state).count();
    }

    private void rows() {
        Map<UUID, List<Chip>> chips = chips();
        @Nullable LocalDate day = null;
        @Nullable Line above = null;
        for (Line line : timeline.lines()) {
            RecordEntry entry = line.entry();
            if (TOLD_BY_CHIPS.contains(entry.type())) {
                continue;
            }
            LocalDate today = entry.occurredAt().atZone(wall.zone()).toLocalDate();
            if (!today.equals(day)) {
                rows.add(bare(
                        Kind.DAY,
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(pageTexts.locale())
                                .format(today)));
                day = today;
            } else if (above != null && apart(above, line)) {
                rows.add(bare(
                        Kind.GAP, pageTexts.span(Duration.between(above.entry().occurredAt(), entry.occurredAt()))));
            }
            if (above != null && line.cycle() > above.cycle()) {
                rows.add(bare(Kind.CYCLE, pageTexts.of("cycle", line.cycle())));
            }
            rows.add(row(line, above, chips.getOrDefault(entry.eventId(), List.of())));
            rowOf.put(entry.eventId(), rows.size());
            above = line;
        }
        if (open && !rows.isEmpty()) {
            rows.add(bare(Kind.NOW, pageTexts.of("now")));
        }
    }

    private static boolean apart(Line above, Line line) {
        return Duration.between(above.entry().occurredAt(), line.entry().occurredAt())
                        .compareTo(GAP)
                >= 0;
    }

    private Row row(Line line, @Nullable Line above, List<Chip> chips) {
        RecordEntry entry = line.entry();
        boolean clock = entry.aboutClock();
        return new Row(
                clock ? Kind.CLOCK : Kind.ENTRY,
                rows.size() + 1,
                entry.eventId().toString(),
                text(entry),
                wall.minute(entry.occurredAt()).substring(11),
                SECOND.format(entry.occurredAt().atZone(wall.zone())),
                recorded(entry),
                entry.late() && !clock ? pageTexts.span(entry.lateBy()) : null,
                line.shifted(),
                entry.imported(),
                entry.type().startsWith("Call") ? "call" : entry.service(),
                entry.actor(),
                clock ? tone(entry) : "",
                cause(entry, above),
                chips,
                clock ? List.of() : EntryDetails.of(entry, wall, pageTexts),
                entry.read().toPrettyString(),
                List.of());
    }

    private String text(RecordEntry entry) {
        if (entry.imported()) {
            return entry.read().path("activity").asString(entry.type());
        }
        return entry.aboutClock()
                ? pageTexts.of(
                        "row." + entry.type(),
                        pageTexts.clock(entry.read().path("clock").asString("")),
                        pageTexts.value(entry.read().path("reason").asString("")))
                : pageTexts.event(entry.type());
    }

    private static String tone(RecordEntry entry) {
        return switch (entry.type()) {
            case "ClockBreached" -> "broken";
            case "ClockWarned" -> "soon";
            default -> "paused";
        };
    }

    private String recorded(RecordEntry entry) {
        var time = entry.recordedAt().atZone(wall.zone());
        boolean sameDay =
                time.toLocalDate().equals(entry.occurredAt().atZone(wall.zone()).toLocalDate());
        return sameDay ? CLOCK_TIME.format(time) : wall.minute(entry.recordedAt());
    }

    private @Nullable Cause cause(RecordEntry entry, @Nullable Line above) {
        Line cause = entry.causationId() == null ? null : lineOf.get(entry.causationId());
        while (cause != null && TOLD_BY_CHIPS.contains(cause.type())) {
            UUID further = cause.entry().causationId();
            cause = further == null ? null : lineOf.get(further);
        }
        if (cause == null || cause.equals(above) || cause.entry().equals(entry)) {
            return null;
        }
        RecordEntry found = cause.entry();
        return new Cause(
                found.eventId().toString(), wall.minute(found.occurredAt()).substring(11), text(found));
    }

    private Map<UUID, List<Chip>> chips() {
        Map<UUID, List<Chip>> found = new HashMap<>();
        for (ClockRun run : timeline.clocks()) {
            String clock = pageTexts.clock(run.clock());
            chip(found, run.startedBy(), "started", pageTexts.of("chip.started", clock, dueShort(run)));
            if (run.withdrawn()) {
                continue;
            }
            if (run.restsOn().size() > 1) {
                String tone = run.breached() ? "broken" : "met";
                Duration margin = run.margin();
                boolean early = run.breached() && margin != null && !margin.isNegative();
                chip(
                        found,
                        run.restsOn().getLast(),
                        tone,
                        pageTexts.of(
                                "chip." + (early ? "broken-on-record" : tone),
                                clock,
                                margin == null ? "" : pageTexts.span(margin)));
            }
        }
        return found;
    }

    private String dueShort(ClockRun run) {
        String due = wall.minute(run.dueAt());
        boolean sameDay = due.startsWith(wall.minute(run.startedAt()).substring(0, 10));
        return due.substring(sameDay ? 11 : 5);
    }

    private static void chip(Map<UUID, List<Chip>> found, UUID at, String tone, String text) {
        found.computeIfAbsent(at, id -> new ArrayList<>()).add(new Chip(tone, text));
    }

    private void draw(ClockRun run, ClockLanes clockLanes) {
        Integer from = rowOf.get(run.startedBy());
        if (from == null) {
            return;
        }
        UUID verdict = run.verdictId();
        Integer broke = run.breached() && verdict != null ? rowOf.get(verdict) : null;
        ClockGauge clockGauge = ClockGauge.of(run, now, wall, pageTexts);
        clockLanes.draw(
                from,
                Math.max(from, lastRow(run, from)),
                broke == null ? 0 : broke,
                clockGauge.tone(),
                pageTexts.clock(run.clock()) + " · " + clockGauge.label());
    }

    private int lastRow(ClockRun run, int from) {
        UUID taken = run.takenBy();
        if (taken != null) {
            return rowOf.getOrDefault(taken, from);
        }
        if (run.withdrawn() && run.verdictId() != null) {
            return rowOf.getOrDefault(run.verdictId(), from);
        }
        return rows.size();
    }

    private Row bare(Kind kind, String text) {
        return new Row(
                kind,
                rows.size() + 1,
                kind.name().toLowerCase(Locale.ROOT) + (rows.size() + 1),
                text,
                "",
                "",
                "",
                null,
                false,
                false,
                "",
                "",
                "",
                null,
                List.of(),
                List.of(),
                "",
                List.of());
    }

    private static Row with(Row row, List<Segment> segments) {
        return new Row(
                row.kind(),
                row.at(),
                row.id(),
                row.text(),
                row.minute(),
                row.second(),
                row.recorded(),
                row.lateBy(),
                row.shifted(),
                row.imported(),
                row.source(),
                row.actor(),
                row.tone(),
                row.cause(),
                row.chips(),
                row.items(),
                row.data(),
                segments);
    }
}
