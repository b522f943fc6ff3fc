package io.minutebook.platform.command;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subject for trials: something that is opened, counted on and cleared. */
public final class Parcel implements Decider<Parcel.Command, Parcel.State, Parcel.Event> {
    public sealed interface Command {
        String id();

        record Open(String id, String site) implements Command {}

        record Count(String id) implements Command {}

        record NoteClearance(String id, Instant at) implements Command {}

        record ClockDue(String id, String clock, int round) implements Command {}
    }

    public sealed interface Event extends DomainEvent {
        @StoredAs("Opened")
        record Opened(Instant at, String site) implements Event {}

        @StoredAs("Counted")
        record Counted(Instant at, int count) implements Event {}

        @StoredAs("ClearanceNoted")
        record ClearanceNoted(Instant at) implements Event {}

        record OnClock(ClockEvent clock) implements Event, ClockEventWrapper {
            @Override
            public Instant at() {
                return clock.at();
            }
        }
    }

    public record State(@Nullable String site, int count, Clocks clocks) {}

    /** Runs from the opening. */
    static final ClockDefinition REPLY = new ClockDefinition() {
        @Override
        public String id() {
            return "reply";
        }

        @Override
        public String startsOn() {
            return "Opened";
        }

        @Override
        public Limit limit() {
            return new Limit.Within(Duration.ofMinutes(30));
        }
    };

    static final AggregateType<Command, State, Event> SUBJECT = new AggregateType<>(
            "parcel",
            Command.class,
            Command::id,
            new Parcel(),
            EventCodec.of("trial", Event.class, Event.OnClock::new),
            State::site,
            List.of(REPLY),
            TrialService::lookAtClock);

    @Override
    public State initial() {
        return new State(null, 0, Clocks.none());
    }

    @Override
    public void decide(Command command, State state, Decision<Event> decision) {
        ClockRecorder<Event> desk = new ClockRecorder<>(state.clocks(), decision, Event.OnClock::new);
        switch (command) {
            case Command.Open open -> {
                if (state.site() != null) {
                    throw new Rejected("parcel-opened-before", "It is open.");
                }
                UUID opened = decision.record(new Event.Opened(decision.now(), open.site()));
                desk.start(REPLY, PolicyScope.of(open.site()), decision.now(), opened);
            }
            case Command.Count count -> {
                known(state);
                decision.record(new Event.Counted(decision.now(), state.count() + 1));
            }
            case Command.NoteClearance note -> {
                known(state);
                decision.record(new Event.ClearanceNoted(note.at()));
            }
            case Command.ClockDue due -> desk.fire(due.clock(), due.round());
        }
    }

    @Override
    public State evolve(State state, Event event) {
        return switch (event) {
            case Event.Opened e -> new State(e.site(), 0, state.clocks());
            case Event.Counted e -> new State(state.site(), e.count(), state.clocks());
            case Event.ClearanceNoted e -> state;
            case Event.OnClock e ->
                new State(state.site(), state.count(), state.clocks().evolve(e.clock()));
        };
    }

    private static void known(State state) {
        if (state.site() == null) {
            throw Rejected.notYet("case-not-known-yet", "Nobody told of it yet.");
        }
    }
}
