package io.minutebook.platform.stream;

import io.minutebook.contract.Published;
import io.minutebook.eventlog.EventFamilies;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.kernel.ClockCarrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Publishes the log: makes a batch's records, sends them in their order, then waits until the broker has them. */
final class Relay implements LogReader.Relayed, AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final EventFamilies families;
    private final Map<Class<?>, Publisher<?>> byFamily;
    private final Map<String, Class<?>> familyBySubject;
    private final Supplier<Producer<String, byte[]>> producers;
    private final CloudEventWriter writer;
    private Outlet outlet;

    Relay(
            String service,
            EventFamilies families,
            Map<String, Class<?>> familyBySubject,
            Map<Class<?>, Publisher<?>> byFamily,
            Supplier<Producer<String, byte[]>> producers) {
        this.families = families;
        this.familyBySubject = Map.copyOf(familyBySubject);
        this.byFamily = Map.copyOf(byFamily);
        this.producers = producers;
        this.writer = new CloudEventWriter(service);
        this.outlet = new Outlet(producers.get());
    }

    @Override
    public void begin() {
        if (outlet.shut()) {
            outlet = new Outlet(producers.get());
        }
    }

    /** What comes alone does not wait for company. */
    @Override
    public int handle(List<EventLog.Row> rows) throws Exception {
        LogReader.Receipt receipt = pack(rows).hand();
        outlet.flush();
        receipt.await();
        return rows.size();
    }

    @Override
    public LogReader.Parcel pack(List<EventLog.Row> rows) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(rows.size());
        for (EventLog.Row row : rows) {
            ProducerRecord<String, byte[]> record = record(row);
            if (record != null) {
                records.add(record);
            }
        }
        return () -> send(records);
    }

    private LogReader.Receipt send(List<ProducerRecord<String, byte[]>> records) throws Exception {
        Sending sending = new Sending(outlet);
        for (ProducerRecord<String, byte[]> record : records) {
            sending.send(record);
        }
        return sending;
    }

    /** What the broker has not taken when the service stops is sent again at the next start. */
    @Override
    public void close() {
        outlet.close(CLOSE);
    }

    private @Nullable ProducerRecord<String, byte[]> record(EventLog.Row row) {
        Class<?> family = familyBySubject.get(row.event().subject());
        Publisher<?> publisher = family == null ? null : byFamily.get(family);
        return publisher == null ? null : record(publisher, row);
    }

    private <E> @Nullable ProducerRecord<String, byte[]> record(Publisher<E> publisher, EventLog.Row row) {
        StoredEvent<E> stored = families.decode(row.event());
        Published event = translated(publisher, stored);
        return event == null ? null : writer.write(publisher.topic(), row.at(), stored, event);
    }

    private static <E> @Nullable Published translated(Publisher<E> publisher, StoredEvent<E> stored) {
        return stored.event() instanceof ClockCarrier carrier
                ? ClockContracts.of(stored.stream(), carrier.clock())
                : publisher.translate(stored);
    }
}
