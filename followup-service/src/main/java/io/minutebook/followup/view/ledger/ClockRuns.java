package io.minutebook.followup.view.ledger;

import io.minutebook.followup.view.ledger.ClockRun.Pause;
import io.minutebook.followup.view.ledger.ClockRun.State;
import io.minutebook.followup.view.ledger.Timeline.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the clocks of a case out of its clock events. */
final class ClockRuns {
    /** The events that are a clock's step, for a clock that broke before its step was taken. */
    private static final Map<String, Set<String>> STEPS = Map.of(
            "answer", Set.of("CallAnswered"),
            "hold", Set.of("CallRetrieved", "CallbackOffered"),
            "preprocess", Set.of("PreprocessingConcluded"),
            "dispatch", Set.of("FaultDispatched", "VendorOrderPlaced"),
            "reply", Set.of("EngineerReplied"),
            "plan", Set.of("SolutionPlanned"),
            "expert-contact", Set.of("ExpertContacted"),
            "callback", Set.of("CustomerCalledBack"),
            "clearance", Set.of("FaultCleared"),
            "survey", Set.of("SurveySent"));

    private record Key(String service, String subject, String clock, int round) {}

    private final List<Line> lines;
    private final Map<UUID, Line> byId = new LinkedHashMap<>();

    private ClockRuns(List<Line> lines) {
        this.lines = lines;
        for (Line line : lines) {
            byId.put(line.entry().eventId(), line);
        }
    }

    static List<ClockRun> of(List<Line> lines) {
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
        List<UUID> restsOn = List.of();
        List<Pause> pauses = new ArrayList<>();
        for (Line line : events) {
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
                case "ClockWithdrawn" -> {
                    state = State.WITHDRAWN;
                    verdict = line;
                    reason = fields.reason();
                    restsOn = fields.restsOn();
                }
                default -> {}
            }
        }
        Line step = step(key, start, state, restsOn);
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
                step == null ? null : step.entry().occurredAt(),
                step == null ? null : step.entry().eventId(),
                restsOn,
                List.copyOf(pauses)));
    }

    private @Nullable Line step(Key key, Line start, State state, List<UUID> restsOn) {
        if (state == State.WITHDRAWN) {
            return null;
        }
        if (restsOn.size() > 1) {
            return byId.get(restsOn.getLast());
        }
        if (state != State.BREACHED) {
            return null;
        }
        Set<String> steps = STEPS.getOrDefault(key.clock(), Set.of());
        return lines.subList(lines.indexOf(start), lines.size()).stream()
                .filter(line -> steps.contains(line.type()) && line.cycle() == start.cycle())
                .filter(line -> !byCall(key.clock()) || line.entry().subject().equals(key.subject()))
                .findFirst()
                .orElse(null);
    }

    private static boolean byCall(String clock) {
        return clock.equals("answer") || clock.equals("hold");
    }

    private static void endPause(List<Pause> pauses, Instant until) {
        if (!pauses.isEmpty()) {
            Pause last = pauses.removeLast();
            pauses.add(new Pause(last.from(), until, last.reason()));
        }
    }
}
