package io.minutebook.platform.topics;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records no view could be made of: kept with the reason in the database and in the service's dead letters, and not in anybody's way. */
final class DeadRecords {
    private static final Logger LOG = LoggerFactory.getLogger(DeadRecords.class);

    private final JdbcTemplate jdbc;
    private final String topic;
    private final Map<String, Object> producerSettings;

    DeadRecords(JdbcTemplate jdbc, String topic, Map<String, Object> producerSettings) {
        this.jdbc = jdbc;
        this.topic = topic;
        this.producerSettings = producerSettings;
    }

    /** Within the transaction that moves past the record. One that is known already, as in a rebuild, is not sent again. */
    void add(String view, ConsumerRecord<byte[], byte[]> record, String reason) {
        int added = jdbc.update(
                """
                insert into view_dead_record (view, topic, partition, "offset", reason, headers, value)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                view,
                record.topic(),
                record.partition(),
                record.offset(),
                text(reason),
                text(headers(record.headers())),
                record.value());
        if (added == 1) {
            LOG.warn("{} cannot read {}-{}@{}: {}", view, record.topic(), record.partition(), record.offset(), reason);
            send(view, record, reason);
        }
    }

    private void send(String view, ConsumerRecord<byte[], byte[]> record, String reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        header(letter, "mb_view", view);
        header(letter, "mb_reason", reason);
        header(letter, "mb_origin", record.topic() + '-' + record.partition() + '@' + record.offset());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(producerSettings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(letter).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a dead letter was sent", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new TopicsUnavailable("the dead letter could not be sent", failed);
        }
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String headers(Headers headers) {
        Map<String, String> found = new TreeMap<>();
        for (Header header : headers) {
            byte[] value = header.value();
            found.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        return found.toString();
    }

    private static String text(String any) {
        return any.replace('\0', '\uFFFD');
    }
}
