package io.minutebook.bench.raw;

import io.minutebook.bench.stand.ReadyTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records of another topic again, ready as they are, keys, headers and all: acks=all, lz4, large batches. */
public final class RawProducer implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final String topic;

    /** With up to so many records of the source. */
    public RawProducer(String kafka, Topic source, int most) throws Exception {
        topic = "raw." + source.name();
        ReadyTopics.make(kafka, source.partitions().size(), List.of(topic));
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "batch.size",
                        256 * 1024,
                        "linger.ms",
                        5,
                        "buffer.memory",
                        64L << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        source.read(most, record -> {
            if (records.size() < most) {
                records.add(new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()));
            }
        });
    }

    /** Records a second, sent over and over for so long and acknowledged, all of them. */
    public double perSecond(double seconds) {
        var failure = new AtomicReference<@Nullable Exception>();
        long begun = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - begun < seconds * 1e9) {
            for (var record : records) {
                producer.send(record, (done, failed) -> {
                    if (failed != null) {
                        failure.set(failed);
                    }
                });
            }
            count += records.size();
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return count * 1e9 / (System.nanoTime() - begun);
    }

    @Override
    public void close() {
        producer.close();
    }
}
