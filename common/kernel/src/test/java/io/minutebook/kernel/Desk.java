package io.minutebook.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subject that has nothing but clocks, and the decisions taken on it one after the other. */
final class Desk extends HistoryDecider<Void, Set<String>, DeskEvent> {
    private static final UUID SUBJECT = UUID.fromString("019cb65c-0000-7000-894b-a3a3e8298cc2");
    private static final PolicyScope SHANGHAI = PolicyScope.of("shanghai");

    private SitePolicies policies;
    private final Map<DeskEvent, UUID> ids = new HashMap<>();
    private final List<Decision.DecidedEvent<DeskEvent>> recorded = new ArrayList<>();
    private History<Set<String>, DeskEvent> history = initial();

    Desk() {
        this(SitePolicies.standard(DeskClock.values()));
    }

    Desk(SitePolicies policies) {
        this.policies = policies;
    }

    /** What holds at the sites from now on. */
    Desk under(SitePolicies next) {
        policies = next;
        return this;
    }

    /** Something is entered at a moment, with what shows it. */
    Desk enter(Instant now, DeskEvent event, String... evidence) {
        Decision<DeskEvent> decision = decision(now, event);
        FactRecorder<Set<String>, DeskEvent> facts = new FactRecorder<>(this, history, decision);
        facts.record(event);
        facts.settle(List.of(evidence));
        return took(decision, now);
    }

    /** Something is entered as it happens. */
    Desk enter(DeskEvent event) {
        return enter(event.at(), event);
    }

    /** A timer of a clock fires. */
    Desk fire(Instant now, DeskClock clock, int round) {
        Decision<DeskEvent> decision = decision(now, null);
        new FactRecorder<>(this, history, decision).fire(clock.id(), round);
        return took(decision, now);
    }

    /** All timers fire. */
    Desk fireAll(Instant now) {
        for (Clocks.ClockRound clock : standing().inOrder()) {
            Decision<DeskEvent> decision = decision(now, null);
            new FactRecorder<>(this, history, decision).fire(clock.name(), clock.round());
            took(decision, now);
        }
        return this;
    }

    private Decision<DeskEvent> decision(Instant now, @Nullable DeskEvent first) {
        List<UUID> next = new ArrayList<>();
        if (first != null) {
            next.add(ids.computeIfAbsent(first, event -> UUID.randomUUID()));
        }
        return new Decision<>(SUBJECT, now, policies, () -> next.isEmpty() ? UUID.randomUUID() : next.removeFirst());
    }

    private Desk took(Decision<DeskEvent> decision, Instant now) {
        for (Decision.DecidedEvent<DeskEvent> decided : decision.decided()) {
            history = evolve(history, new Fact<>(decided.id(), decided.event(), now));
            recorded.add(decided);
        }
        return this;
    }

    /** The id under which an event is known, on every desk that is given it. */
    Desk knows(DeskEvent event, UUID id) {
        ids.put(event, id);
        return this;
    }

    UUID id(DeskEvent event) {
        return Objects.requireNonNull(ids.get(event));
    }

    Clocks standing() {
        return history.clocks();
    }

    Clocks.ClockRound clock(DeskClock clock) {
        return standing().latest(clock.id()).orElseThrow();
    }

    /** How the latest run of a clock stands. */
    ClockEvent.ClockVerdict verdict(DeskClock clock) {
        return clock(clock).verdict();
    }

    List<ClockEvent> recorded() {
        return recorded.stream()
                .map(Decision.DecidedEvent::event)
                .filter(DeskEvent.OnClock.class::isInstance)
                .map(event -> ((DeskEvent.OnClock) event).clock())
                .toList();
    }

    List<Decision.DecidedEvent<DeskEvent>> decided() {
        return recorded;
    }

    ClockEvent last() {
        return recorded().getLast();
    }

    @Override
    protected Set<String> unknown() {
        return Set.of();
    }

    /** What may follow: what is owed, and what stands still. */
    @Override
    protected Set<String> apply(Set<String> state, Fact<DeskEvent> fact) {
        Set<String> next = new HashSet<>(state);
        switch (fact.event()) {
            case DeskEvent.Begun e -> next.add(e.clock().id());
            case DeskEvent.Promised e -> next.add(DeskClock.PROMISE.id());
            case DeskEvent.Stopped e -> next.add("stop " + e.number());
            case DeskEvent.Done e -> {}
            case DeskEvent.Ended e -> {}
            case DeskEvent.WentOn e -> {}
            case DeskEvent.OnClock e -> {}
        }
        return Set.copyOf(next);
    }

    @Override
    protected void check(Set<String> state, DeskEvent event) {
        String needed = switch (event) {
            case DeskEvent.Done e -> e.clock().id();
            case DeskEvent.Ended e -> e.clock().id();
            case DeskEvent.WentOn e -> "stop " + e.number();
            case DeskEvent.Begun e -> null;
            case DeskEvent.Promised e -> null;
            case DeskEvent.Stopped e -> null;
            case DeskEvent.OnClock e -> null;
        };
        if (needed != null && !state.contains(needed)) {
            throw new Rejected("rests-on-missing", "First " + needed + ".");
        }
    }

    @Override
    protected List<DeskClock> clocks() {
        return List.of(DeskClock.values());
    }

    @Override
    protected PolicyScope scope(Set<String> state) {
        return SHANGHAI;
    }

    @Override
    protected DeskEvent onClock(ClockEvent event) {
        return new DeskEvent.OnClock(event);
    }

    @Override
    public void decide(Void command, History<Set<String>, DeskEvent> state, Decision<DeskEvent> decision) {
        throw new UnsupportedOperationException("a desk takes events");
    }
}
