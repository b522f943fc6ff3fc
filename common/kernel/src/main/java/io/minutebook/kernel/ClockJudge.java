package io.minutebook.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges the clocks of a subject by its facts alone: in whatever order the same facts were entered, the verdicts are the same. The owed
 * act in time meets a clock, unless something ended it before; what ends it in time withdraws it; otherwise it is breached once its limit has
 * passed. Pauses move the limit, those that begin after it change nothing.
 */
final class ClockJudge {
    /**
     * A run of a clock as the facts have it.
     *
     * @param key the id of the run
     */
    record Run<E extends DomainEvent>(UUID key, ClockRule<E> rule, Fact<E> start, int position) {}

    private ClockJudge() {}

    /** Returns the runs of a clock, those that start first first. */
    static <E extends DomainEvent> List<Run<E>> runs(
            UUID subject, ClockRule<E> rule, String startsOn, List<Fact<E>> facts) {
        Map<UUID, Run<E>> runs = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact<E> fact = facts.get(i);
            List<Fact<E>> before = facts.subList(0, i);
            if (rule.startsWith(fact.event(), before, startsOn)) {
                String name = rule.runOf(fact, before);
                UUID key =
                        ClockIds.of(subject, rule.id(), name == null ? fact.id().toString() : name);
                runs.putIfAbsent(key, new Run<>(key, rule, fact, i));
            }
        }
        return List.copyOf(runs.values());
    }

    /**
     * Returns how a run stands by the facts; one that waits for its act still runs, even where its limit has passed by now.
     *
     * @param limitEnd the last moment that meets the limit where nothing makes the clock stand still
     * @param now at which it is asked whether an open clock stands still
     */
    static <E extends DomainEvent> ClockEvent.ClockVerdict verdict(
            Run<E> run, Instant limitEnd, List<Fact<E>> facts, Instant now) {
        E start = run.start().event();
        List<Pause> pauses = merged(run.rule().pauses(facts), run.start().at());
        Fact<E> act = null;
        Fact<E> end = null;
        String reason = null;
        for (Fact<E> fact : facts.subList(run.position() + 1, facts.size())) {
            boolean owed = reason == null || run.rule().owedAfter(reason);
            if (act == null && owed && run.rule().metBy(start, fact.event(), standsAt(fact.at(), limitEnd, pauses))) {
                act = fact;
            }
            if (end == null) {
                reason = run.rule().withdrawnBy(start, fact.event());
                end = reason == null ? null : fact;
            }
        }
        return act == null && end == null
                ? open(run.start().id(), limitEnd, pauses, now)
                : closed(run.start().id(), limitEnd, pauses, act, end, reason);
    }

    private static ClockEvent.ClockVerdict closed(
            UUID startedBy,
            Instant limitEnd,
            List<Pause> pauses,
            @Nullable Fact<?> act,
            @Nullable Fact<?> end,
            @Nullable String reason) {
        if (act != null) {
            Instant due = due(limitEnd, pauses, act.at());
            boolean owed = end == null || !act.at().isAfter(end.at());
            if (owed && !act.at().isAfter(due)) {
                return new ClockEvent.ClockVerdict(
                        Clocks.Status.MET,
                        act.at(),
                        due,
                        act.id(),
                        margin(act.at(), due),
                        null,
                        restsOn(startedBy, act.id(), limitEnd, pauses, act.at()));
            }
        }
        if (end != null) {
            Instant due = due(limitEnd, pauses, end.at());
            if (!end.at().isAfter(due)) {
                return new ClockEvent.ClockVerdict(
                        Clocks.Status.WITHDRAWN,
                        end.at(),
                        due,
                        null,
                        null,
                        reason,
                        restsOn(startedBy, end.id(), limitEnd, pauses, end.at()));
            }
        }
        Instant due = due(
                limitEnd,
                pauses,
                Objects.requireNonNull(act != null ? act : end).at());
        return new ClockEvent.ClockVerdict(
                Clocks.Status.BREACHED,
                due,
                due,
                act == null ? null : act.id(),
                act == null ? null : margin(act.at(), due),
                null,
                restsOn(startedBy, act == null ? null : act.id(), limitEnd, pauses, due));
    }

    private static ClockEvent.ClockVerdict open(UUID startedBy, Instant limitEnd, List<Pause> pauses, Instant now) {
        Instant due = due(limitEnd, pauses, Instant.MAX);
        return pauses.stream()
                .filter(pause -> covers(pause, now) && counts(pause, limitEnd, pauses))
                .findFirst()
                .map(pause -> ClockEvent.ClockVerdict.open(Clocks.Status.PAUSED, pause.from(), due, startedBy))
                .orElseGet(() -> ClockEvent.ClockVerdict.open(Clocks.Status.RUNNING, null, due, startedBy));
    }

    /** Returns the verdict of an open run whose limit passed with nobody acting. */
    static ClockEvent.ClockVerdict breached(ClockEvent.ClockVerdict open) {
        return new ClockEvent.ClockVerdict(
                Clocks.Status.BREACHED, open.dueAt(), open.dueAt(), null, null, null, open.restsOn());
    }

    /** Returns the last moment that meets the limit, as far as the pauses until {@code now} move it; one that lasts moves it no further. */
    private static Instant due(Instant limitEnd, List<Pause> pauses, Instant now) {
        Instant due = limitEnd;
        for (Pause pause : pauses) {
            if (pause.from().isAfter(due) || !pause.from().isBefore(now)) {
                break;
            }
            Instant until = pause.until() == null || pause.until().isAfter(now) ? now : pause.until();
            if (until.equals(Instant.MAX)) {
                break;
            }
            due = due.plus(Duration.between(pause.from(), until));
        }
        return due;
    }

    /** In whole seconds, rounded down: what came too late, if only by a moment, never shows a margin of nothing. */
    private static long margin(Instant act, Instant due) {
        return Duration.between(act, due).toSeconds();
    }

    private static boolean standsAt(Instant at, Instant limitEnd, List<Pause> pauses) {
        return pauses.stream().anyMatch(pause -> covers(pause, at) && counts(pause, limitEnd, pauses));
    }

    private static boolean covers(Pause pause, Instant at) {
        return !pause.from().isAfter(at) && (pause.until() == null || at.isBefore(pause.until()));
    }

    /** A pause that begins when the limit has passed changes nothing. */
    private static boolean counts(Pause pause, Instant limitEnd, List<Pause> pauses) {
        return !pause.from().isAfter(due(limitEnd, pauses, pause.from()));
    }

    private static List<UUID> restsOn(
            UUID startedBy, @Nullable UUID last, Instant limitEnd, List<Pause> pauses, Instant until) {
        List<UUID> restsOn = new ArrayList<>();
        restsOn.add(startedBy);
        if (last != null) {
            restsOn.add(last);
        }
        pauses.stream()
                .filter(pause -> pause.from().isBefore(until) && counts(pause, limitEnd, pauses))
                .forEach(pause -> restsOn.add(pause.by()));
        return restsOn.stream().distinct().toList();
    }

    /** Returns the pauses in order from the start on, those that overlap as one. */
    static List<Pause> merged(List<Pause> pauses, Instant start) {
        List<Pause> merged = new ArrayList<>();
        pauses.stream()
                .filter(pause -> pause.until() == null || pause.until().isAfter(start))
                .map(pause -> pause.from().isBefore(start)
                        ? new Pause(start, pause.until(), pause.by(), pause.endedBy(), pause.reason())
                        : pause)
                .sorted(Comparator.comparing(Pause::from))
                .forEach(pause -> {
                    Pause last = merged.isEmpty() ? null : merged.getLast();
                    if (last == null || (last.until() != null && last.until().isBefore(pause.from()))) {
                        merged.add(pause);
                    } else if (last.until() != null
                            && (pause.until() == null || pause.until().isAfter(last.until()))) {
                        merged.removeLast();
                        merged.add(new Pause(last.from(), pause.until(), last.by(), pause.endedBy(), last.reason()));
                    }
                });
        return merged;
    }
}
