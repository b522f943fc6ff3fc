package io.minutebook.platform.command;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.ClockRule;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.History;
import io.minutebook.kernel.HistoryDecider;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subject for trials: something that is opened, counted on and cleared. */
public final class Parcel extends HistoryDecider<Parcel.Command, Parcel.State, Parcel.Event> {
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

    public record State(@Nullable String site, int count) {}

    /** Runs from the opening; nobody replies. */
    static final ClockRule<Event> REPLY = new ClockRule<>() {
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

        @Override
        public String owedAct() {
            return "Replied";
        }

        @Override
        public OwedBy owedBy(Event start) {
            return new OwedBy("engineer", null);
        }

        @Override
        public boolean startsWith(Event event, String startsOn) {
            return event instanceof Event.Opened;
        }

        @Override
        public boolean metBy(Event start, Event event, boolean standing) {
            return false;
        }

        @Override
        public @Nullable String withdrawnBy(Event start, Event event) {
            return null;
        }
    };

    static final AggregateType<Command, History<State, Event>, Event> SUBJECT = new AggregateType<>(
            "parcel",
            Command.class,
            Command::id,
            new Parcel(),
            EventCodec.of("trial", Event.class, Event.OnClock::new),
            history -> history.phase().site(),
            List.of(REPLY),
            TrialService::lookAtClock);

    @Override
    public void decide(Command command, History<State, Event> history, Decision<Event> decision) {
        FactRecorder<State, Event> facts = new FactRecorder<>(this, history, decision);
        switch (command) {
            case Command.Open open -> {
                if (history.phase().site() != null) {
                    throw new Rejected("parcel-opened-before", "It is open.");
                }
                facts.record(new Event.Opened(decision.now(), open.site()));
                facts.settle(List.of());
            }
            case Command.Count count ->
                facts.record(new Event.Counted(decision.now(), history.phase().count() + 1));
            case Command.NoteClearance note -> {
                check(history.phase(), new Event.ClearanceNoted(note.at()));
                facts.note(new Event.ClearanceNoted(note.at()), null);
            }
            case Command.ClockDue due -> facts.fire(due.clock(), due.round());
        }
    }

    @Override
    protected State unknown() {
        return new State(null, 0);
    }

    @Override
    protected State apply(State state, Fact<Event> fact) {
        return switch (fact.event()) {
            case Event.Opened e -> new State(e.site(), 0);
            case Event.Counted e -> new State(state.site(), e.count());
            case Event.ClearanceNoted e -> state;
            case Event.OnClock e -> state;
        };
    }

    @Override
    protected void check(State state, Event event) {
        if (state.site() == null && !(event instanceof Event.Opened)) {
            throw Rejected.notYet("case-not-known-yet", "Nobody told of it yet.");
        }
    }

    @Override
    protected List<ClockRule<Event>> clocks() {
        return List.of(REPLY);
    }

    @Override
    protected @Nullable PolicyScope scope(State state) {
        return state.site() == null ? null : PolicyScope.of(state.site());
    }

    @Override
    protected Event onClock(ClockEvent event) {
        return new Event.OnClock(event);
    }
}
