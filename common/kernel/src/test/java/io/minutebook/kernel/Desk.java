package io.minutebook.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A case that has nothing but clocks, and the decisions taken on it one after the other. */
final class Desk {
    static final PolicyScope SHANGHAI = PolicyScope.of("shanghai");

    private final SitePolicies policies;
    private final List<ClockEvent> recorded = new ArrayList<>();
    private Clocks clocks = Clocks.none();

    Desk(SitePolicies policies) {
        this.policies = policies;
    }

    /** One decision at a moment. */
    Desk at(Instant now, Consumer<ClockRecorder<ClockEvent>> step) {
        Decision<ClockEvent> decision = new Decision<>(now, policies, UUID::randomUUID);
        step.accept(new ClockRecorder<>(clocks, decision, event -> event));
        for (ClockEvent event : decision.events()) {
            clocks = clocks.evolve(event);
            recorded.add(event);
        }
        return this;
    }

    Clocks clocks() {
        return clocks;
    }

    List<ClockEvent> recorded() {
        return recorded;
    }

    ClockEvent last() {
        return recorded.getLast();
    }
}
