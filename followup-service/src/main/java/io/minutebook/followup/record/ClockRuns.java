package io.minutebook.followup.record;

import io.minutebook.followup.record.ClockFields.Said;
import io.minutebook.followup.record.ClockRun.Correction;
import io.minutebook.followup.record.ClockRun.Pause;
import io.minutebook.followup.record.ClockRun.State;
import io.minutebook.followup.record.Timeline.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the clocks of a case out of its clock events. */
public final class ClockRuns {
    private record Key(String service, UUID clockId) {}

    private final List<Line> lines;
    private final Map<UUID, Line> byId = new HashMap<>();

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
            if (fields != null && fields.clockId() != null) {
                byClock.computeIfAbsent(new Key(line.entry().service(), fields.clockId()), k -> new ArrayList<>())
                        .add(line);
            }
        }
        List<ClockRun> runs = new ArrayList<>();
        byClock.forEach((key, events) -> events.stream()
                .filter(line -> line.type().equals(ClockRun.STARTED))
                .findFirst()
                .flatMap(start -> Run.of(key, start))
                .ifPresent(run -> {
                    recorded(events).forEach(run::accept);
                    runs.add(run.clock(byId));
                }));
        return runs;
    }

    /** In the order in which the service said it: a late entry changes a clock from when it was recorded, wherever it stands by its time. */
    private static List<Line> recorded(List<Line> events) {
        return events.stream()
                .sorted(Comparator.comparingLong(line -> line.entry().sequence()))
                .toList();
    }

    /** A run while its events are read. */
    private static final class Run {
        private final Key key;
        private final Line start;
        private final ClockFields began;
        private final List<Pause> pauses = new ArrayList<>();
        private final List<Correction> earlier = new ArrayList<>();
        private UUID startedBy;
        private Instant dueAt;
        private boolean provisional;
        private @Nullable Instant warnAt;
        private State state = State.RUNNING;
        private boolean warned;
        private @Nullable Line verdict;
        private @Nullable Instant verdictAt;
        private @Nullable Said said;

        private Run(Key key, Line start, ClockFields began, UUID startedBy, Instant dueAt) {
            this.key = key;
            this.start = start;
            this.began = began;
            this.startedBy = startedBy;
            this.dueAt = dueAt;
            this.provisional = began.provisional();
            this.warnAt = began.warnAt();
        }

        static Optional<Run> of(Key key, Line start) {
            ClockFields began = start.entry().fields().clock();
            return began == null || began.startedBy() == null || began.said().dueAt() == null
                    ? Optional.empty()
                    : Optional.of(new Run(
                            key, start, began, began.startedBy(), began.said().dueAt()));
        }

        void accept(Line line) {
            ClockFields fields = line.entry().fields().clock();
            if (fields == null) {
                return;
            }
            Instant at = line.entry().occurredAt();
            switch (line.type()) {
                case ClockRun.WARNED -> warned = true;
                case ClockRun.PAUSED -> {
                    state = State.PAUSED;
                    pauses.add(new Pause(at, fields.until(), word(fields.said().reason())));
                    due(fields.said().dueAt());
                }
                case ClockRun.RESUMED -> {
                    state = State.RUNNING;
                    due(fields.said().dueAt());
                    warnAt = fields.warnAt();
                    if (!pauses.isEmpty()) {
                        Pause last = pauses.removeLast();
                        pauses.add(new Pause(last.from(), at, last.reason()));
                    }
                }
                case ClockRun.MET -> verdict(State.MET, line, at, fields.said());
                case ClockRun.BREACHED -> verdict(State.BREACHED, line, at, fields.said());
                case ClockRun.WITHDRAWN -> verdict(State.WITHDRAWN, line, at, fields.said());
                case ClockRun.CORRECTED -> correct(line, fields);
                default -> {}
            }
        }

        private void correct(Line line, ClockFields fields) {
            Said now = fields.now();
            State next = now == null ? null : State.of(now.status());
            if (now == null || next == null) {
                return;
            }
            earlier.add(new Correction(
                    state,
                    dueAt,
                    margin(said),
                    fields.because(),
                    fields.evidence(),
                    line.entry().eventId(),
                    line.entry().recordedAt(),
                    line.entry().person()));
            if (fields.startedBy() != null) {
                startedBy = fields.startedBy();
            }
            provisional = fields.provisional();
            verdict(next, line, now.at(), now);
        }

        private void verdict(State next, Line line, @Nullable Instant at, Said what) {
            due(what.dueAt());
            verdict = next.open() ? null : next == state ? verdict : line;
            state = next;
            verdictAt = next.open() ? null : at;
            said = what;
        }

        private void due(@Nullable Instant next) {
            if (next != null) {
                dueAt = next;
            }
        }

        ClockRun clock(Map<UUID, Line> byId) {
            UUID act = said == null ? null : said.act();
            Line taken = act == null ? null : byId.get(act);
            Line from = byId.get(startedBy);
            Duration margin = margin(said);
            return new ClockRun(
                    key.clockId(),
                    began.clock(),
                    began.round(),
                    key.service(),
                    start.entry().subject(),
                    start.cycle(),
                    began.owedByRole(),
                    began.owedBy(),
                    startedBy,
                    from == null || startedBy.equals(began.startedBy())
                            ? start.entry().occurredAt()
                            : from.entry().occurredAt(),
                    began.opensAt(),
                    warnAt,
                    dueAt,
                    provisional,
                    began.policy(),
                    state,
                    warned,
                    verdictAt,
                    verdict == null ? null : verdict.entry().eventId(),
                    said == null ? null : said.reason(),
                    takenAt(taken, margin),
                    act,
                    margin,
                    said == null ? List.of() : said.restsOn(),
                    List.copyOf(pauses),
                    List.copyOf(earlier));
        }

        /** Returns when the act was done: as its entry says, or where that is not in the record yet, as the margin tells. */
        private @Nullable Instant takenAt(@Nullable Line taken, @Nullable Duration margin) {
            if (taken != null) {
                return taken.entry().occurredAt();
            }
            return margin == null ? null : dueAt.minus(margin);
        }

        private static @Nullable Duration margin(@Nullable Said said) {
            return said == null || said.marginSeconds() == null ? null : Duration.ofSeconds(said.marginSeconds());
        }

        private static String word(@Nullable String word) {
            return word == null ? "" : word;
        }
    }
}
