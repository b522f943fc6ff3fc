package io.minutebook.bench.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyTopicsTest {
    /** Enough of them that a broker is seen to take its time. */
    private static final int PARTITIONS = 200;

    @TempDir
    private Path directory;

    @Test
    void a_new_topic_takes_a_record_in_every_partition_at_the_first_try() throws Exception {
        var refused = new ConcurrentLinkedQueue<Exception>();
        try (var broker = BrokerServer.start(directory)) {
            var kafka = BrokerServer.address(directory);
            ReadyTopics.make(kafka, PARTITIONS, List.of("new"));

            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", kafka, "enable.idempotence", false, "retries", 0),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                IntStream.range(0, PARTITIONS)
                        .forEach(i ->
                                producer.send(new ProducerRecord<>("new", i, null, new byte[1]), (done, failed) -> {
                                    if (failed != null) {
                                        refused.add(failed);
                                    }
                                }));
            }
        }
        assertThat(refused).isEmpty();
    }
}
