package io.minutebook.platform.messaging;

import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A way to the broker that shuts with the first record that is refused, at once or later: what comes behind that one, handed over already or
 * not, must not be there before it, or a consumer would take it for consumed.
 */
final class OrderedProducer {
    private final Producer<String, byte[]> producer;
    private volatile boolean shut;

    OrderedProducer(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** @throws IllegalStateException when it has shut */
    Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        return producer.send(record, (place, refusal) -> {
            if (refusal != null) {
                close(Duration.ZERO);
            }
        });
    }

    /** Sends what was handed over without waiting for more; returns when all of it has arrived or was refused. */
    void flush() {
        producer.flush();
    }

    boolean shut() {
        return shut;
    }

    /** Gives what was handed over so long to arrive. */
    void close(Duration patience) {
        shut = true;
        producer.close(patience);
    }
}
