package io.minutebook.projection;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records no view could be made of: kept with the reason in the database, and not in anybody's way. From there they are sent to the service's dead
 * letters, after the transaction and not within it: no transaction waits for a broker. What was kept and not sent, because the instance died in
 * between, goes with the next look.
 */
final class ProjectionDeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionDeadLetters.class);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 100;

    private record Letter(
            String topic,
            int partition,
            long offset,
            String reason,
            byte @Nullable [] key,
            String headers,
            byte @Nullable [] value) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String topic;
    private final Map<String, Object> producerSettings;

    ProjectionDeadLetters(
            JdbcTemplate jdbc, TransactionTemplate transaction, String topic, Map<String, Object> settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.topic = topic;
        this.producerSettings = new HashMap<>(settings);
        // as the relay does: with several under way, a topic just made can refuse one for ever
        producerSettings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    }

    /** Within the transaction that moves past the record. One that is known already, as in a rebuild, stays as it is. */
    void add(String view, ConsumerRecord<byte[], byte[]> record, String reason) {
        int added = jdbc.update(
                """
                insert into view_dead_record (view, topic, partition, "offset", reason, key, headers, value, sent)
                values (?, ?, ?, ?, ?, ?, ?, ?, false) on conflict do nothing""",
                view,
                record.topic(),
                record.partition(),
                record.offset(),
                text(reason),
                record.key(),
                text(JSON.writeValueAsString(headers(record.headers()))),
                record.value());
        if (added == 1) {
            LOG.warn("{} cannot read {}-{}@{}: {}", view, record.topic(), record.partition(), record.offset(), reason);
        }
    }

    /** Sends what was not sent yet; at least once. */
    void send(String view) {
        List<Letter> letters = unsent(view);
        while (!letters.isEmpty()) {
            send(view, letters);
            mark(view, letters);
            letters = unsent(view);
        }
    }

    private List<Letter> unsent(String view) {
        List<Letter> found = transaction.execute(status -> jdbc.query(
                """
                select topic, partition, "offset", reason, key, headers, value from view_dead_record
                where view = ? and not sent order by found_at, topic, partition, "offset" limit ?""",
                (row, n) -> new Letter(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getBytes(5),
                        row.getString(6),
                        row.getBytes(7)),
                view,
                AT_ONCE));
        return found == null ? List.of() : found;
    }

    private void mark(String view, List<Letter> letters) {
        List<Object[]> keys = letters.stream()
                .map(letter -> new Object[] {view, letter.topic(), letter.partition(), letter.offset()})
                .toList();
        transaction.executeWithoutResult(status -> jdbc.batchUpdate("""
                update view_dead_record set sent = true where view = ? and topic = ? and partition = ? and "offset" = ?""", keys));
    }

    private void send(String view, List<Letter> letters) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(producerSettings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = letters.stream()
                    .map(letter -> producer.send(message(view, letter)))
                    .toList();
            for (Future<RecordMetadata> each : sent) {
                each.get(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProjectionInterrupted("stopped while dead letters were sent", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new ProjectionInterrupted("the dead letters could not be sent", failed);
        }
    }

    private ProducerRecord<byte[], byte[]> message(String view, Letter letter) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, letter.key(), letter.value());
        Map<String, String> headers = JSON.readValue(letter.headers(), new TypeReference<>() {});
        headers.forEach((name, value) -> header(message, name, value));
        header(message, "mb_view", view);
        header(message, "mb_reason", letter.reason());
        header(message, "mb_origin", letter.topic() + '-' + letter.partition() + '@' + letter.offset());
        return message;
    }

    private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> found = new TreeMap<>();
        for (Header header : headers) {
            byte[] value = header.value();
            found.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        return found;
    }

    private static String text(String any) {
        return any.replace('\0', '\uFFFD');
    }
}
