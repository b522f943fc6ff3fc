package io.minutebook.platform.command;

import io.minutebook.kernel.Decider;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stream folded into its state, and where it ends.
 *
 * @param firstEvent the stream's first event, {@code lastEvent} its latest with {@code lastAt} the time it occurred; null for an empty stream
 */
record LoadedAggregate<S>(
        S state,
        long nextSequence,
        @Nullable UUID firstEvent,
        @Nullable UUID lastEvent,
        @Nullable Instant lastAt) {
    static <S> LoadedAggregate<S> empty(S initial) {
        return new LoadedAggregate<>(initial, 0, null, null, null);
    }

    <E extends DomainEvent> LoadedAggregate<S> plus(Fact<E> fact, Decider<?, S, E> decider) {
        return new LoadedAggregate<>(
                decider.evolve(state, fact),
                nextSequence + 1,
                firstEvent == null ? fact.id() : firstEvent,
                fact.id(),
                fact.at());
    }

    /** What a person's entry rests on: the latest event they could see; of a late entry that cannot be said, so the stream's first. */
    @Nullable
    UUID seenBy(Instant occurredAt) {
        return lastAt == null || !occurredAt.isBefore(lastAt) ? lastEvent : firstEvent;
    }
}
