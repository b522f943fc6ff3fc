package io.minutebook.bench.raw;

import io.minutebook.bench.load.OpenLoop;
import io.minutebook.bench.load.Work;
import io.minutebook.bench.stand.ReadyTopics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A record's way through the broker: produced with acks=all and no linger, until a consumer's poll has it. */
public final class RoundTrip implements AutoCloseable {
    private static final String TOPIC = "raw.round-trip";
    private static final int VALUE = 400;
    private static final int AT_ONCE = 32;

    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<Long, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();
    private final Thread reader;
    private volatile boolean running = true;

    public RoundTrip(String kafka) throws Exception {
        ReadyTopics.make(kafka, 1, List.of(TOPIC));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partition = List.of(new TopicPartition(TOPIC, 0));
        consumer.assign(partition);
        consumer.seekToBeginning(partition);
        reader = Thread.ofPlatform().name("round-trip").start(this::read);
    }

    /** The 99th percentile in milliseconds, in an open loop. */
    public double p99(double rate, double seconds) throws Exception {
        Work work = thread -> this::once;
        return OpenLoop.p99(OpenLoop.latencies(AT_ONCE, rate, seconds, work));
    }

    private void once() throws Exception {
        long number = next.getAndIncrement();
        var there = new CompletableFuture<Boolean>();
        underWay.put(number, there);
        var value = new byte[VALUE];
        ByteBuffer.wrap(value).putLong(number);
        producer.send(new ProducerRecord<>(TOPIC, value));
        there.get(60, TimeUnit.SECONDS);
    }

    private void read() {
        while (running) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                var there = underWay.remove(ByteBuffer.wrap(record.value()).getLong());
                if (there != null) {
                    there.complete(true);
                }
            });
        }
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        reader.join();
        consumer.close();
        producer.close();
    }
}
