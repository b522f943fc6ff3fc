package io.minutebook.bench.log;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.StoredAs;
import io.minutebook.platform.command.AggregateType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The least a case can be: everybody who speaks of it adds a line, numbered by what they saw before. */
final class Tally implements Decider<Tally.Command, Integer, Tally.Event> {
    /** What can be asked of it. */
    sealed interface Command {
        UUID id();
    }

    /** Adds a line. */
    record Say(UUID id) implements Command {}

    /** What can have happened to it. */
    sealed interface Event extends DomainEvent {}

    /** A line was added; {@code line} is one more than the lines the speaker saw. */
    @StoredAs("Said")
    record Said(Instant at, int line) implements Event {}

    static final AggregateType<Command, Integer, Event> SUBJECT = new AggregateType<>(
            "tally",
            Command.class,
            command -> command.id().toString(),
            new Tally(),
            EventCodec.of("trial", Event.class),
            state -> null,
            List.of(),
            null);

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public void decide(Command command, Integer lines, Decision<Event> decision) {
        switch (command) {
            case Say say -> decision.record(new Said(decision.now(), lines + 1));
        }
    }

    @Override
    public Integer evolve(Integer lines, Fact<Event> fact) {
        return switch (fact.event()) {
            case Said said -> said.line();
        };
    }
}
