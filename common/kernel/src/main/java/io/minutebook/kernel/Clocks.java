package io.minutebook.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clocks of one case as its events left them. Immutable. */
public record Clocks(Map<String, ClockRound> byKey) {
    /** Where a clock stands. A breached clock waits on for its step; its verdict stays. */
    public enum Status {
        RUNNING,
        PAUSED,
        /** The step was no longer owed before it was taken and before the limit passed: no verdict in this round. */
        WITHDRAWN,
        MET,
        BREACHED
    }

    /**
     * One round of one clock.
     *
     * @param taken whether the step was taken that it waits for, in time or late
     */
    public record ClockRound(
            String name,
            int round,
            Instant startedAt,
            UUID startedBy,
            @Nullable Instant opensAt,
            @Nullable Instant warnAt,
            Instant dueAt,
            Status status,
            boolean warned,
            @Nullable Instant pausedAt,
            boolean taken) {
        /** Neither met nor breached yet, nor withdrawn. */
        public boolean open() {
            return status == Status.RUNNING || status == Status.PAUSED;
        }

        private ClockRound with(Status next, boolean nowTaken) {
            return new ClockRound(
                    name, round, startedAt, startedBy, opensAt, warnAt, dueAt, next, warned, pausedAt, nowTaken);
        }
    }

    public Clocks {
        byKey = Map.copyOf(byKey);
    }

    public static Clocks none() {
        return new Clocks(Map.of());
    }

    /** The latest round of a clock, however it stands. */
    public Optional<ClockRound> latest(String name) {
        return clock(name, rounds(name));
    }

    public Optional<ClockRound> clock(String name, int round) {
        return Optional.ofNullable(byKey.get(key(name, round)));
    }

    /** How often a clock has started. */
    public int rounds(String name) {
        int round = 0;
        while (byKey.containsKey(key(name, round + 1))) {
            round++;
        }
        return round;
    }

    /** All rounds of all clocks, those started first first. */
    public List<ClockRound> inOrder() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(ClockRound::startedAt)
                        .thenComparing(ClockRound::name)
                        .thenComparing(ClockRound::round))
                .toList();
    }

    public Clocks evolve(ClockEvent event) {
        return switch (event) {
            case ClockEvent.ClockStarted e ->
                with(new ClockRound(
                        e.clock(),
                        e.round(),
                        e.at(),
                        e.startedBy(),
                        e.opensAt(),
                        e.warnAt(),
                        e.dueAt(),
                        Status.RUNNING,
                        false,
                        null,
                        false));
            case ClockEvent.ClockWarned e -> {
                ClockRound c = of(e);
                yield with(new ClockRound(
                        c.name,
                        c.round,
                        c.startedAt,
                        c.startedBy,
                        c.opensAt,
                        c.warnAt,
                        c.dueAt,
                        c.status,
                        true,
                        c.pausedAt,
                        c.taken));
            }
            case ClockEvent.ClockPaused e -> {
                ClockRound c = of(e);
                yield with(new ClockRound(
                        c.name,
                        c.round,
                        c.startedAt,
                        c.startedBy,
                        c.opensAt,
                        c.warnAt,
                        c.dueAt,
                        Status.PAUSED,
                        c.warned,
                        e.at(),
                        c.taken));
            }
            case ClockEvent.ClockResumed e -> {
                ClockRound c = of(e);
                yield with(new ClockRound(
                        c.name,
                        c.round,
                        c.startedAt,
                        c.startedBy,
                        c.opensAt,
                        e.warnAt(),
                        e.dueAt(),
                        Status.RUNNING,
                        c.warned,
                        null,
                        c.taken));
            }
            case ClockEvent.ClockWithdrawn e -> with(of(e).with(Status.WITHDRAWN, false));
            case ClockEvent.ClockMet e -> with(of(e).with(Status.MET, true));
            case ClockEvent.ClockBreached e ->
                with(of(e).with(Status.BREACHED, e.restsOn().size() > 1));
            case ClockEvent.ClockCorrected e -> with(of(e).with(e.now(), true));
        };
    }

    static Duration pausedFor(ClockRound clock, Instant until) {
        Instant paused = clock.pausedAt() == null ? until : clock.pausedAt();
        Instant from = paused.isBefore(clock.startedAt()) ? clock.startedAt() : paused;
        return until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
    }

    private ClockRound of(ClockEvent event) {
        return clock(event.clock(), event.round())
                .orElseThrow(() -> new IllegalStateException(
                        "no clock " + event.clock() + " of round " + event.round() + " was started"));
    }

    private Clocks with(ClockRound clock) {
        Map<String, ClockRound> next = new LinkedHashMap<>(byKey);
        next.put(key(clock.name, clock.round), clock);
        return new Clocks(next);
    }

    private static String key(String name, int round) {
        return name + '#' + round;
    }
}
