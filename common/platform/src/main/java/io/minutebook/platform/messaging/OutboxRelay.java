package io.minutebook.platform.messaging;

import io.minutebook.contract.PublishedEvent;
import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.kernel.ClockEventWrapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Publishes the log: makes a batch's records, sends them in their order, then waits until the broker has them. */
final class OutboxRelay implements LogReader.PipelinedBatch, AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final EventCodecs families;
    private final Map<Class<?>, Publisher<?>> byFamily;
    private final Map<String, Class<?>> familyBySubject;
    private final Supplier<Producer<String, byte[]>> producers;
    private final CloudEventWriter writer;
    private OrderedProducer orderedProducer;

    OutboxRelay(
            String service,
            EventCodecs families,
            Map<String, Class<?>> familyBySubject,
            Map<Class<?>, Publisher<?>> byFamily,
            Supplier<Producer<String, byte[]>> producers) {
        this.families = families;
        this.familyBySubject = Map.copyOf(familyBySubject);
        this.byFamily = Map.copyOf(byFamily);
        this.producers = producers;
        this.writer = new CloudEventWriter(service);
        this.orderedProducer = new OrderedProducer(producers.get());
    }

    @Override
    public void begin() {
        if (orderedProducer.shut()) {
            orderedProducer = new OrderedProducer(producers.get());
        }
    }

    /** What comes alone does not wait for company. */
    @Override
    public int handle(List<EventLog.LoggedEvent> rows) throws Exception {
        LogReader.Acknowledgement receipt = pack(rows).hand();
        orderedProducer.flush();
        receipt.await();
        return rows.size();
    }

    @Override
    public LogReader.PreparedBatch pack(List<EventLog.LoggedEvent> rows) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(rows.size());
        for (EventLog.LoggedEvent row : rows) {
            ProducerRecord<String, byte[]> record = record(row);
            if (record != null) {
                records.add(record);
            }
        }
        return () -> send(records);
    }

    private LogReader.Acknowledgement send(List<ProducerRecord<String, byte[]>> records) throws Exception {
        PendingSends pendingSends = new PendingSends(orderedProducer);
        for (ProducerRecord<String, byte[]> record : records) {
            pendingSends.send(record);
        }
        return pendingSends;
    }

    /** What the broker has not taken when the service stops is sent again at the next start. */
    @Override
    public void close() {
        orderedProducer.close(CLOSE);
    }

    private @Nullable ProducerRecord<String, byte[]> record(EventLog.LoggedEvent row) {
        Class<?> family = familyBySubject.get(row.event().subject());
        Publisher<?> publisher = family == null ? null : byFamily.get(family);
        return publisher == null ? null : record(publisher, row);
    }

    private <E> @Nullable ProducerRecord<String, byte[]> record(Publisher<E> publisher, EventLog.LoggedEvent row) {
        StoredEvent<E> stored = families.decode(row.event());
        PublishedEvent event = translated(publisher, stored);
        return event == null ? null : writer.write(publisher.topic(), row.at(), stored, event);
    }

    private static <E> @Nullable PublishedEvent translated(Publisher<E> publisher, StoredEvent<E> stored) {
        return stored.event() instanceof ClockEventWrapper carrier
                ? ClockEventPublisher.of(stored.stream(), carrier.clock())
                : publisher.translate(stored);
    }
}
