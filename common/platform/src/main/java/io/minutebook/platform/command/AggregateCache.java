package io.minutebook.platform.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Fact;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** The streams of one subject, folded; those in use are kept in memory and brought up to date by what came since. */
final class AggregateCache<S, E extends DomainEvent> {
    private static final int KEPT = 20_000;

    private final AggregateType<?, S, E> aggregateType;
    private final EventStore events;
    private final Cache<UUID, LoadedAggregate<S>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    AggregateCache(AggregateType<?, S, E> aggregateType, EventStore events) {
        this.aggregateType = aggregateType;
        this.events = events;
    }

    /** A stream of which nothing is recorded. */
    LoadedAggregate<S> empty() {
        return LoadedAggregate.empty(aggregateType.decider().initial());
    }

    /** As last known to this process, or read from the log. */
    LoadedAggregate<S> known(UUID stream) {
        LoadedAggregate<S> known = kept.getIfPresent(stream);
        return known != null ? known : upToDate(stream);
    }

    /** With everything that any process recorded until now. */
    LoadedAggregate<S> upToDate(UUID stream) {
        @Nullable LoadedAggregate<S> known = kept.getIfPresent(stream);
        LoadedAggregate<S> loadedAggregate = known == null ? empty() : known;
        DomainEventStream more = events.readEvents(stream.toString(), loadedAggregate.nextSequence());
        while (more.hasNext()) {
            DomainEventMessage<?> event = more.next();
            loadedAggregate = loadedAggregate.plus(
                    new Fact<>(
                            UUID.fromString(event.getIdentifier()),
                            aggregateType.types().family().cast(event.getPayload()),
                            event.getTimestamp()),
                    aggregateType.decider());
        }
        if (loadedAggregate.nextSequence() > 0) {
            kept.put(stream, loadedAggregate);
        }
        return loadedAggregate;
    }

    void keep(UUID stream, LoadedAggregate<S> loadedAggregate) {
        kept.put(stream, loadedAggregate);
    }

    void forget(UUID stream) {
        kept.invalidate(stream);
    }
}
