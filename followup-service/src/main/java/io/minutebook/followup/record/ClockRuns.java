package io.minutebook.followup.record;

import io.minutebook.followup.record.ClockRun.Pause;
import io.minutebook.followup.record.ClockRun.State;
import io.minutebook.followup.record.Timeline.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the clocks of a case out of its clock events. */
public final class ClockRuns {
    private record Key(String service, String subject, String clock, int round) {}

    private final List<Line> lines;
    private final Map<UUID, Line> byId = new LinkedHashMap<>();

    private ClockRuns(List<Line> lines) {
        this.lines = lines;
        for (Line line : lines) {
            byId.put(line.entry().eventId(), line);
        }
    }

    public static List<ClockRun> of(List<Line> lines) {
        return new ClockRuns(lines).runs();
    }

    private List<ClockRun> runs() {
        Map<Key, List<Line>> byClock = new LinkedHashMap<>();
        for (Line line : lines) {
            ClockFields fields = line.entry().fields().clock();
            if (fields != null) {
                byClock.computeIfAbsent(key(line.entry(), fields), k -> new ArrayList<>())
                        .add(line);
            }
        }
        List<ClockRun> runs = new ArrayList<>();
        byClock.forEach((key, events) -> events.stream()
                .filter(line -> line.type().equals("ClockStarted"))
                .findFirst()
                .flatMap(start -> run(key, start, events))
                .ifPresent(runs::add));
        return runs;
    }

    private static Key key(RecordEntry entry, ClockFields fields) {
        return new Key(entry.service(), entry.subject(), fields.clock(), fields.round());
    }

    private Optional<ClockRun> run(Key key, Line start, List<Line> events) {
        ClockFields began = start.entry().fields().clock();
        if (began == null || began.dueAt() == null || began.startedBy() == null) {
            return Optional.empty();
        }
        Instant dueAt = began.dueAt();
        Instant warnAt = began.warnAt();
        State state = State.RUNNING;
        boolean warned = false;
        Line verdict = null;
        String reason = null;
        boolean corrected = false;
        List<UUID> restsOn = List.of();
        List<Pause> pauses = new ArrayList<>();
        for (Line line : recorded(events)) {
            ClockFields fields = line.entry().fields().clock();
            if (fields == null) {
                continue;
            }
            switch (line.type()) {
                case "ClockWarned" -> warned = true;
                case "ClockPaused" -> {
                    state = State.PAUSED;
                    pauses.add(new Pause(line.entry().occurredAt(), null, fields.reason()));
                }
                case "ClockResumed" -> {
                    state = State.RUNNING;
                    dueAt = fields.dueAt() == null ? dueAt : fields.dueAt();
                    warnAt = fields.warnAt();
                    endPause(pauses, line.entry().occurredAt());
                }
                case "ClockMet", "ClockBreached" -> {
                    state = line.type().equals("ClockMet") ? State.MET : State.BREACHED;
                    verdict = line;
                    restsOn = fields.restsOn();
                }
                case "ClockCorrected" -> {
                    State now = State.of(fields.now());
                    if (now != null && now != state) {
                        state = now;
                        verdict = line;
                    }
                    restsOn = fields.restsOn();
                    corrected = true;
                }
                case "ClockWithdrawn" -> {
                    state = State.WITHDRAWN;
                    verdict = line;
                    reason = fields.reason();
                    restsOn = fields.restsOn();
                }
                default -> {}
            }
        }
        Line step = state == State.WITHDRAWN || restsOn.size() < 2 ? null : byId.get(restsOn.getLast());
        return Optional.of(new ClockRun(
                key.clock(),
                key.round(),
                key.service(),
                key.subject(),
                start.cycle(),
                began.startedBy(),
                start.entry().occurredAt(),
                began.opensAt(),
                warnAt,
                dueAt,
                began.policy(),
                state,
                warned,
                verdict == null ? null : verdict.entry().occurredAt(),
                verdict == null ? null : verdict.entry().eventId(),
                reason,
                corrected,
                step == null ? null : step.entry().occurredAt(),
                step == null ? null : step.entry().eventId(),
                restsOn,
                List.copyOf(pauses)));
    }

    /** In the order in which the service said it: a late entry changes a clock from when it was recorded, wherever it stands by its time. */
    private static List<Line> recorded(List<Line> events) {
        return events.stream()
                .sorted(Comparator.comparingLong(line -> line.entry().sequence()))
                .toList();
    }

    private static void endPause(List<Pause> pauses, Instant until) {
        if (!pauses.isEmpty()) {
            Pause last = pauses.removeLast();
            pauses.add(new Pause(last.from(), until, last.reason()));
        }
    }
}
