package io.minutebook.bench.kill;

import io.minutebook.bench.kill.judge.Evidence;
import io.minutebook.bench.kill.judge.Logged;
import io.minutebook.bench.kill.judge.Sent;
import io.minutebook.bench.kill.judge.Shown;
import io.minutebook.bench.kill.judge.TopicRecord;
import io.minutebook.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the system says, each time from the beginning: the logs as an auditor would, the topics as an integrator, the ledger as a user. */
final class Witnesses {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;

    Witnesses(Cluster cluster) {
        this.cluster = cluster;
    }

    /** All there is about the cases of these commands; throws where one of the witnesses cannot be heard. */
    Evidence inboxKey(List<Sent> commands) throws InterruptedException {
        return new Evidence(log(), topics(), ledger(commands));
    }

    /** How many events for the world were recorded between two moments. */
    long toTell(Instant from, Instant to) {
        Evidence silent = new Evidence(log(), List.of(), List.of());
        return silent.untold(to) - silent.untold(from);
    }

    /** How many events from before this moment the topics do not have yet. */
    long untold(Instant before) {
        return new Evidence(log(), topics(), List.of()).untold(before);
    }

    private List<Logged> log() {
        List<Logged> log = new ArrayList<>();
        try {
            for (String service : Cluster.SERVICES) {
                log.addAll(log(service));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return log;
    }

    private List<Logged> log(String service) throws SQLException {
        List<Logged> events = new ArrayList<>();
        try (Connection connection = cluster.database().connect(service)) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement("select * from readable_event order by xid, position")) {
                statement.setFetchSize(5_000);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        events.add(logged(service, row));
                    }
                }
            }
        }
        return events;
    }

    private static Logged logged(String service, ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new Logged(
                service,
                row.getString("stream"),
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                type.substring(type.indexOf('.') + 1),
                row.getObject("causation_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }

    private List<TopicRecord> topics() {
        List<TopicRecord> records = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", cluster.broker().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (String topic : Topics.all()) {
                consumer.partitionsFor(topic).forEach(p -> all.add(new TopicPartition(topic, p.partition())));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(message -> records.add(told(message)));
            }
        }
        return records;
    }

    private static TopicRecord told(ConsumerRecord<byte[], byte[]> message) {
        return new TopicRecord(
                message.topic(),
                message.partition(),
                message.offset(),
                UUID.fromString(header(message, "ce_id")),
                header(message, "ce_source"),
                header(message, "ce_type"),
                header(message, "ce_subject"),
                Long.parseLong(header(message, "ce_sequence")),
                Instant.ofEpochMilli(message.timestamp()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Of every case that a client was told the id of. */
    private List<Shown> ledger(List<Sent> commands) throws InterruptedException {
        List<Shown> lines = new ArrayList<>();
        for (Sent command : commands) {
            if (command.outcome() == Sent.Outcome.ACKNOWLEDGED
                    && command.effects().contains("CaseRegistered")) {
                String caseId = String.valueOf(command.stream());
                Door.Answer answer = cluster.door().get("followup", "cases/" + caseId + "/timeline");
                if (answer.done()) {
                    int place = 0;
                    for (JsonNode entry : JSON.readTree(answer.body()).get("entries")) {
                        lines.add(shown(caseId, place++, entry));
                    }
                }
            }
        }
        return lines;
    }

    private static Shown shown(String caseId, int place, JsonNode entry) {
        return new Shown(
                caseId,
                place,
                entry.get("service").asString(),
                entry.get("event").asString(),
                UUID.fromString(entry.get("eventId").asString()));
    }
}
