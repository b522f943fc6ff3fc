package io.minutebook.eventlog;

import io.minutebook.kernel.DomainEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The families of events that a service stores, by subject: {@code case}, {@code call}, {@code article}. */
public final class EventCodecs {
    private final Map<String, EventCodec<?>> bySubject;

    public EventCodecs(Map<String, EventCodec<?>> bySubject) {
        this.bySubject = Map.copyOf(bySubject);
        this.bySubject.values().forEach(EventCodec::verified);
    }

    /**
     * Who recorded an event, why and under what.
     *
     * @param actor as {@link Actor#stored} writes it
     */
    public record EventMetadata(
            UUID eventId,
            @Nullable UUID causationId,
            String correlationId,
            String actor,
            @Nullable String site,
            @Nullable String trace) {}

    public <E extends DomainEvent> EncodedEvent encode(
            String subject, UUID stream, long sequence, E event, Instant recordedAt, EventMetadata circumstances) {
        EventCodec.EncodedValue encoded = this.<E>types(subject).encode(event);
        return new EncodedEvent(
                circumstances.eventId(),
                subject,
                stream,
                sequence,
                encoded.type(),
                encoded.version(),
                event.at().truncatedTo(ChronoUnit.MICROS),
                recordedAt,
                circumstances.causationId(),
                circumstances.correlationId(),
                circumstances.actor(),
                circumstances.site(),
                circumstances.trace(),
                encoded.payload());
    }

    public <E> StoredEvent<E> decode(EncodedEvent stored) {
        Actor actor = Actor.of(stored.actor());
        E event = this.<E>types(stored.subject()).decode(stored.type(), stored.version(), stored.payload());
        return new StoredEvent<>(
                stored.eventId(),
                stored.subject(),
                stored.stream().toString(),
                stored.sequence(),
                stored.type(),
                stored.version(),
                stored.occurredAt(),
                stored.recordedAt(),
                stored.causationId(),
                stored.correlationId(),
                actor.person(),
                actor.via(),
                stored.site(),
                stored.trace(),
                event);
    }

    @SuppressWarnings("unchecked")
    private <E> EventCodec<E> types(String subject) {
        EventCodec<?> types = bySubject.get(subject);
        if (types == null) {
            throw new IllegalArgumentException("no events are stored of a subject " + subject);
        }
        return (EventCodec<E>) types;
    }
}
