package io.minutebook.platform.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.minutebook.kernel.Occurrence;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** The streams of one subject, folded; those in use are kept in memory and brought up to date by what came since. */
final class Streams<S, E extends Occurrence> {
    private static final int KEPT = 20_000;

    private final Subject<?, S, E> subject;
    private final EventStore events;
    private final Cache<UUID, Loaded<S>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Streams(Subject<?, S, E> subject, EventStore events) {
        this.subject = subject;
        this.events = events;
    }

    /** As last known to this process, or read from the log. */
    Loaded<S> known(UUID stream) {
        Loaded<S> known = kept.getIfPresent(stream);
        return known != null ? known : upToDate(stream);
    }

    /** With everything that any process recorded until now. */
    Loaded<S> upToDate(UUID stream) {
        @Nullable Loaded<S> known = kept.getIfPresent(stream);
        Loaded<S> loaded = known == null ? Loaded.empty(subject.decider().initial()) : known;
        DomainEventStream more = events.readEvents(stream.toString(), loaded.nextSequence());
        while (more.hasNext()) {
            DomainEventMessage<?> event = more.next();
            loaded = loaded.plus(
                    UUID.fromString(event.getIdentifier()),
                    subject.types().family().cast(event.getPayload()),
                    subject.decider());
        }
        if (loaded.nextSequence() > 0) {
            kept.put(stream, loaded);
        }
        return loaded;
    }

    void keep(UUID stream, Loaded<S> loaded) {
        kept.put(stream, loaded);
    }

    void forget(UUID stream) {
        kept.invalidate(stream);
    }
}
