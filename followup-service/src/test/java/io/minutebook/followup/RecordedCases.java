package io.minutebook.followup;

import io.minutebook.followup.view.ledger.LedgerProjection;
import io.minutebook.projection.CloudEventReader;
import io.minutebook.projection.TableCopy;
import io.minutebook.projection.TopicEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases of a demo site, recorded once from the topics of running services and kept in {@code recorded/<name>.json}: key, headers and value of each
 * record, topic after topic, in the order of its offsets. They go into the ledger of the running service without lying on its topics, because its
 * listeners would act on them a second time; a rebuild therefore loses them.
 */
final class RecordedCases {
    static final List<String> NAMES = List.of("late-entry", "reopened", "imported");
    static final String SITE = "demo-hall";
    private static final List<String> TOPICS = List.of("intake.cases", "escalation.cases", "followup.cases");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    RecordedCases(ApplicationContext service) {
        jdbc = service.getBean(JdbcTemplate.class);
        transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    }

    /** Puts all of them into the ledger, a topic at a time, as a reader that has fallen behind meets them. */
    void add() {
        transaction.executeWithoutResult(begun -> addAll());
    }

    private void addAll() {
        LedgerProjection view = LedgerProjection.over(jdbc, "intake.calls", TOPICS);
        for (String name : NAMES) {
            List<TopicEvent> facts =
                    records(name).stream().map(RecordedCases::fact).toList();
            facts.stream()
                    .map(TopicEvent::topic)
                    .distinct()
                    .forEach(topic -> view.apply(
                            TableCopy.SERVING,
                            facts.stream()
                                    .filter(topicEvent -> topicEvent.topic().equals(topic))
                                    .toList()));
        }
    }

    /** Takes all of them out of the ledger again. */
    void remove() {
        transaction.executeWithoutResult(begun -> removeAll());
    }

    private void removeAll() {
        for (String name : NAMES) {
            for (JsonNode record : records(name)) {
                String subject = record.path("key").asString();
                jdbc.update("delete from ledger_entry where subject = ?", subject);
                jdbc.update("delete from ledger_call where case_id = ? or call_id = ?", subject, subject);
                jdbc.update("delete from ledger_case where case_id = ?", subject);
            }
        }
    }

    static List<JsonNode> records(String name) {
        try (InputStream file =
                Objects.requireNonNull(RecordedCases.class.getResourceAsStream("/recorded/" + name + ".json"), name)) {
            List<JsonNode> records = new ArrayList<>();
            JsonMapper.shared().readTree(file).forEach(records::add);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String caseId(String name) {
        return records(name).stream()
                .filter(record -> record.path("topic").asString().equals("intake.cases"))
                .map(record -> record.path("key").asString())
                .findFirst()
                .orElseThrow();
    }

    private static TopicEvent fact(JsonNode record) {
        RecordHeaders headers = new RecordHeaders();
        for (Map.Entry<String, JsonNode> header : record.path("headers").properties()) {
            headers.add(header.getKey(), bytes(header.getValue().asString()));
        }
        byte[] key = bytes(record.path("key").asString());
        byte[] value = bytes(record.path("value").toString());
        return CloudEventReader.read(new ConsumerRecord<>(
                record.path("topic").asString(),
                0,
                0L,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                key.length,
                value.length,
                key,
                value,
                headers,
                Optional.empty()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
