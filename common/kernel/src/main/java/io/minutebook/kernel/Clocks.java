package io.minutebook.kernel;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clocks of one subject as its clock events left them: what the record says of each run. Immutable. */
public record Clocks(Map<UUID, ClockRound> byId) {
    /** Where a clock stands. */
    public enum Status {
        RUNNING,
        PAUSED,
        /** The act was no longer owed before it was done and before the limit passed: no verdict in this run. */
        WITHDRAWN,
        MET,
        /** The limit passed; the verdict stays, also when the act is done later. */
        BREACHED;

        /** Neither met nor breached yet, nor withdrawn. */
        public boolean open() {
            return this == RUNNING || this == PAUSED;
        }
    }

    /**
     * One run of one clock.
     *
     * @param window when the act may be done, when to warn and by when it is due, were there no pauses
     * @param verdict how it stands, as the record says it
     */
    public record ClockRound(
            UUID clockId,
            String name,
            int round,
            Instant startedAt,
            UUID startedBy,
            Limit.Window window,
            boolean warned,
            ClockEvent.ClockVerdict verdict) {
        public Status status() {
            return verdict.status();
        }

        public boolean open() {
            return status().open();
        }

        /** Returns the last moment that meets the limit. */
        public Instant dueAt() {
            return verdict.dueAt();
        }

        /** Returns whether the act was done that it waits for, in time or late. */
        public boolean taken() {
            return verdict.act() != null;
        }

        /** Returns when a warning is due; null for none. */
        public @Nullable Instant warnAt() {
            return window.warnAt(dueAt());
        }

        private ClockRound with(ClockEvent.ClockVerdict next) {
            return new ClockRound(clockId, name, round, startedAt, startedBy, window, warned, next);
        }

        private ClockRound open(Status status, @Nullable Instant since, Instant dueAt) {
            return with(ClockEvent.ClockVerdict.open(status, since, dueAt, startedBy));
        }
    }

    public Clocks {
        byId = Map.copyOf(byId);
    }

    public static Clocks none() {
        return new Clocks(Map.of());
    }

    /** The run that was recorded last of a clock, however it stands. */
    public Optional<ClockRound> latest(String name) {
        return clock(name, rounds(name));
    }

    public Optional<ClockRound> clock(String name, int round) {
        return byId.values().stream()
                .filter(c -> c.name.equals(name) && c.round == round)
                .findFirst();
    }

    public Optional<ClockRound> clock(UUID clockId) {
        return Optional.ofNullable(byId.get(clockId));
    }

    /** How often a clock has started. */
    public int rounds(String name) {
        return (int) byId.values().stream().filter(c -> c.name.equals(name)).count();
    }

    /** All runs of all clocks, those started first first. */
    public List<ClockRound> inOrder() {
        return byId.values().stream()
                .sorted(Comparator.comparing(ClockRound::startedAt)
                        .thenComparing(ClockRound::name)
                        .thenComparing(ClockRound::round))
                .toList();
    }

    public Clocks evolve(ClockEvent event) {
        return switch (event) {
            case ClockEvent.ClockStarted e ->
                with(new ClockRound(
                        e.clockId(),
                        e.clock(),
                        e.round(),
                        e.at(),
                        e.startedBy(),
                        e.window(),
                        false,
                        ClockEvent.ClockVerdict.open(
                                Status.RUNNING, null, e.window().dueAt(), e.startedBy())));
            case ClockEvent.ClockWarned e -> {
                ClockRound c = of(e);
                yield with(new ClockRound(
                        c.clockId, c.name, c.round, c.startedAt, c.startedBy, c.window, true, c.verdict));
            }
            case ClockEvent.ClockPaused e -> with(of(e).open(Status.PAUSED, e.at(), e.dueAt()));
            case ClockEvent.ClockResumed e -> with(of(e).open(Status.RUNNING, null, e.dueAt()));
            case ClockEvent.ClockWithdrawn e -> {
                ClockRound c = of(e);
                yield with(c.with(new ClockEvent.ClockVerdict(
                        Status.WITHDRAWN, e.at(), c.dueAt(), null, null, e.reason(), e.restsOn())));
            }
            case ClockEvent.ClockMet e ->
                with(of(e).with(new ClockEvent.ClockVerdict(
                        Status.MET, e.at(), e.dueAt(), e.act(), e.marginSeconds(), null, e.restsOn())));
            case ClockEvent.ClockBreached e ->
                with(of(e).with(new ClockEvent.ClockVerdict(
                        Status.BREACHED, e.dueAt(), e.dueAt(), e.act(), e.marginSeconds(), null, e.restsOn())));
            case ClockEvent.ClockCorrected e -> {
                ClockRound c = of(e);
                yield with(new ClockRound(
                        c.clockId, c.name, c.round, e.startedAt(), e.startedBy(), e.window(), c.warned, e.now()));
            }
        };
    }

    private ClockRound of(ClockEvent event) {
        return clock(event.clockId())
                .orElseThrow(() -> new IllegalStateException(
                        "no clock " + event.clock() + " with the id " + event.clockId() + " was started"));
    }

    private Clocks with(ClockRound clock) {
        Map<UUID, ClockRound> next = new LinkedHashMap<>(byId);
        next.put(clock.clockId, clock);
        return new Clocks(next);
    }
}
