package io.minutebook.platform.stream;

import io.minutebook.contract.Published;
import io.minutebook.eventlog.EventFamilies;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.kernel.ClockCarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Publishes a batch of the log: sends all of it, then waits until the broker has it all. */
final class Relay implements LogReader.Batch {
    private final String service;
    private final EventFamilies families;
    private final Map<Class<?>, Publisher<?>> byFamily;
    private final Map<String, Class<?>> familyBySubject;
    private final Producer<String, byte[]> producer;

    Relay(
            String service,
            EventFamilies families,
            Map<String, Class<?>> familyBySubject,
            Map<Class<?>, Publisher<?>> byFamily,
            Producer<String, byte[]> producer) {
        this.service = service;
        this.families = families;
        this.familyBySubject = Map.copyOf(familyBySubject);
        this.byFamily = Map.copyOf(byFamily);
        this.producer = producer;
    }

    @Override
    public int handle(List<EventLog.Row> rows) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (EventLog.Row row : rows) {
            Publisher<?> publisher =
                    byFamily.get(familyBySubject.get(row.event().subject()));
            if (publisher != null) {
                send(publisher, row, sent);
            }
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
        return rows.size();
    }

    private <E> void send(Publisher<E> publisher, EventLog.Row row, List<Future<RecordMetadata>> sent)
            throws ExecutionException, InterruptedException {
        StoredEvent<E> stored = families.decode(row.event());
        Published event = translated(publisher, stored);
        if (event != null) {
            Future<RecordMetadata> sending =
                    producer.send(CloudEvent.write(service, publisher.topic(), row.at(), stored, event));
            sent.add(sending);
            if (sending.isDone()) {
                // refused at once, as while the broker is away: what comes later must not go before it
                sending.get();
            }
        }
    }

    private static <E> @Nullable Published translated(Publisher<E> publisher, StoredEvent<E> stored) {
        return stored.event() instanceof ClockCarrier carrier
                ? ClockContracts.of(stored.stream(), carrier.clock())
                : publisher.translate(stored);
    }
}
