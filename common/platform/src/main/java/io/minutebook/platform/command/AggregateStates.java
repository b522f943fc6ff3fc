package io.minutebook.platform.command;

import io.minutebook.kernel.Rejected;
import java.util.Map;
import java.util.UUID;

/** The folded states of a service's streams, with everything recorded until now. */
public final class AggregateStates {
    private final Map<String, AggregateCommandHandler<?, ?, ?>> commandHandlers;

    AggregateStates(Map<String, AggregateCommandHandler<?, ?, ?>> commandHandlers) {
        this.commandHandlers = Map.copyOf(commandHandlers);
    }

    /**
     * The state of a stream; the subject's initial state where nothing is recorded.
     *
     * @throws Rejected {@code <subject>-not-found} when the id is none that could ever be given
     */
    @SuppressWarnings("unchecked")
    public <S> S state(AggregateType<?, S, ?> aggregateType, String stream) {
        AggregateCommandHandler<?, S, ?> commandHandler =
                (AggregateCommandHandler<?, S, ?>) commandHandlers.get(aggregateType.name());
        if (commandHandler == null) {
            throw new IllegalArgumentException("no subject " + aggregateType.name() + " in this service");
        }
        return commandHandler.state(id(aggregateType.name(), stream));
    }

    static UUID id(String aggregateType, String stream) {
        try {
            UUID id = UUID.fromString(stream);
            if (id.toString().equalsIgnoreCase(stream)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal: what is no id names nothing
        }
        throw new Rejected(aggregateType + "-not-found", "There is no such " + aggregateType + ".");
    }
}
