package io.minutebook.followup.view.ledger;

import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.Story;
import io.minutebook.testing.Stand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Topics of one test on the stand's broker, and entries put into them as the services put them. */
public final class Topics implements AutoCloseable {
    private final String prefix;
    private final KafkaProducer<String, String> producer;

    private Topics(String prefix) {
        this.prefix = prefix;
        Map<String, Object> oneAtATime = new HashMap<>(settings());
        oneAtATime.put("max.in.flight.requests.per.connection", 1);
        producer = new KafkaProducer<>(oneAtATime, new StringSerializer(), new StringSerializer());
    }

    /** The topics of the running service. */
    public static Topics real() {
        return new Topics("");
    }

    public Topics(int partitions) {
        this("t" + UUID.randomUUID().toString().substring(0, 8) + ".");
        try (Admin admin = Admin.create(settings())) {
            List<NewTopic> topics = new ArrayList<>();
            topics.add(new NewTopic(calls(), partitions, (short) 1));
            cases().forEach(name -> topics.add(new NewTopic(name, partitions, (short) 1)));
            topics.add(new NewTopic(deadLetters(), 1, (short) 1));
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", Stand.kafka().bootstrapServers());
    }

    public String calls() {
        return prefix + "intake.calls";
    }

    public List<String> cases() {
        return List.of(prefix + "intake.cases", prefix + "escalation.cases", prefix + "followup.cases");
    }

    public String deadLetters() {
        return prefix + "followup.deadletters";
    }

    public void put(List<RecordEntry> entries) {
        List<Future<?>> sent = new ArrayList<>();
        entries.forEach(entry -> sent.add(producer.send(record(entry))));
        producer.flush();
        sent.forEach(Topics::await);
    }

    public void putRaw(String topic, String key, String value) {
        await(producer.send(new ProducerRecord<>(topic, key, value)));
    }

    private ProducerRecord<String, String> record(RecordEntry entry) {
        boolean ofCall = entry.data().contains("\"callId\":\"" + entry.subject() + "\"");
        String topic = ofCall || entry.subject().equals(Story.CALL) ? calls() : prefix + entry.service() + ".cases";
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, entry.subject(), entry.data());
        add(record, "ce_id", entry.eventId().toString());
        add(record, "ce_source", entry.service());
        add(record, "ce_type", entry.type());
        add(record, "ce_subject", entry.subject());
        add(record, "ce_time", entry.occurredAt().toString());
        add(record, "ce_recordedtime", entry.recordedAt().toString());
        add(
                record,
                "ce_causationid",
                entry.causationId() == null ? null : entry.causationId().toString());
        add(record, "ce_sequence", Long.toString(entry.sequence()));
        add(record, "ce_actor", entry.actor());
        add(record, "ce_site", entry.site());
        return record;
    }

    private static void add(ProducerRecord<String, String> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
