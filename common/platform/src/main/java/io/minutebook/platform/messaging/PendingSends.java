package io.minutebook.platform.messaging;

import io.minutebook.eventlog.LogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Records on their way to the broker. */
final class PendingSends implements LogReader.Acknowledgement {
    private final OrderedProducer orderedProducer;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    PendingSends(OrderedProducer orderedProducer) {
        this.orderedProducer = orderedProducer;
    }

    void send(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        Future<RecordMetadata> sending = orderedProducer.send(record);
        underWay.add(sending);
        if (sending.isDone()) {
            // refused at once, as while the broker is away: what comes later must not go before it
            sending.get();
        }
    }

    @Override
    public void await() throws ExecutionException, InterruptedException {
        for (Future<RecordMetadata> each : underWay) {
            each.get();
        }
    }
}
