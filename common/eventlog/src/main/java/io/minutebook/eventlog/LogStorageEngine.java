package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;

import io.minutebook.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the event log. The notes of a command travel as a resource of its unit of work, so that they are written in the transaction
 * of its events. A case has tens of events: there are no snapshots.
 */
public final class LogStorageEngine implements EventStorageEngine {
    /** Unit of work resource under which the {@link AppendAttachments} of a command are found. */
    public static final String NOTES = AppendAttachments.class.getName();

    private static final String CIRCUMSTANCES = EventCodecs.EventMetadata.class.getName();
    private static final int BATCH = 500;

    private final EventLog log;
    private final EventCodecs families;

    public LogStorageEngine(EventLog log, EventCodecs families) {
        this.log = log;
        this.families = families;
    }

    /** What an event message must say besides the event. */
    public static MetaData metaData(EventCodecs.EventMetadata circumstances) {
        return MetaData.with(CIRCUMSTANCES, circumstances);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        AppendAttachments attachments = CurrentUnitOfWork.map(
                        work -> work.getOrDefaultResource(NOTES, AppendAttachments.NONE))
                .orElse(AppendAttachments.NONE);
        log.append(events.stream().map(this::stored).toList(), attachments);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return DomainEventStream.of(
                log.stream(UUID.fromString(stream), firstSequence).stream().map(row -> message(row.event())));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        Iterator<TrackedEventMessage<?>> events = new Pages(after == null ? LogPosition.START : (LogPosition) after);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED), false);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("the event log keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return LogPosition.START;
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.head();
    }

    private EncodedEvent stored(EventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return families.encode(
                event.getType(),
                UUID.fromString(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                (DomainEvent) event.getPayload(),
                event.getTimestamp(),
                (EventCodecs.EventMetadata) requireNonNull(event.getMetaData().get(CIRCUMSTANCES)));
    }

    private GenericDomainEventMessage<Object> message(EncodedEvent stored) {
        StoredEvent<Object> event = families.decode(stored);
        return new GenericDomainEventMessage<>(
                event.subject(),
                event.stream(),
                event.sequence(),
                event.event(),
                metaData(new EventCodecs.EventMetadata(
                        event.eventId(),
                        event.causationId(),
                        event.correlationId(),
                        new Actor(event.actor(), event.via()).stored(),
                        event.site(),
                        event.trace())),
                event.eventId().toString(),
                event.recordedAt());
    }

    private final class Pages implements Iterator<TrackedEventMessage<?>> {
        private LogPosition at;
        private List<EventLog.LoggedEvent> page = new ArrayList<>();
        private int next;

        Pages(LogPosition at) {
            this.at = at;
        }

        @Override
        public boolean hasNext() {
            if (next == page.size()) {
                page = log.after(at, BATCH);
                next = 0;
            }
            return next < page.size();
        }

        @Override
        public TrackedEventMessage<?> next() {
            EventLog.LoggedEvent row = page.get(next++);
            at = row.at();
            return new GenericTrackedDomainEventMessage<>(row.at(), message(row.event()));
        }
    }
}
