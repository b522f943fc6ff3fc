package io.minutebook.followup;

import io.minutebook.contract.Audience;
import io.minutebook.contract.CaseDetails;
import io.minutebook.contract.CaseHeader;
import io.minutebook.contract.CaseRegistered;
import io.minutebook.contract.CaseType;
import io.minutebook.contract.Catalogue;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.ResolutionOutcome;
import io.minutebook.contract.Resolved;
import io.minutebook.contract.SolutionPlanned;
import io.minutebook.contract.SolvedBy;
import io.minutebook.contract.Tier;
import io.minutebook.contract.Topics;
import io.minutebook.testing.Stand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What intake and escalation tell on their topics, and what followup is heard to say. */
final class OtherServices implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SITE = "shanghai";

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()),
            new StringSerializer(),
            new StringSerializer());

    /** Intake registers a fault at {@code site}; answers nothing, as the topic does. */
    void register(String caseId, String site, @Nullable String email, @Nullable String language, Instant at) {
        tell(
                "intake",
                Topics.INTAKE_CASES,
                caseId,
                UUID.randomUUID(),
                at,
                new CaseRegistered(
                        new CaseHeader(caseId, number(caseId), site, 1),
                        null,
                        new CaseDetails(
                                "phone",
                                CaseType.FAULT,
                                null,
                                "agent1",
                                "王女士",
                                "13800000000",
                                email,
                                language,
                                "X100",
                                "SN1",
                                "no signal",
                                null,
                                null,
                                List.of())));
    }

    void register(String caseId, Instant at) {
        register(caseId, SITE, null, null, at);
    }

    void plan(String caseId, Instant at) {
        plan(caseId, UUID.randomUUID(), at);
    }

    void plan(String caseId, UUID eventId, Instant at) {
        tell(
                "escalation",
                Topics.ESCALATION_CASES,
                caseId,
                eventId,
                at,
                new SolutionPlanned(header(caseId, 1), "replace the board", Tier.L2, "li", Audience.STAFF, null));
    }

    void resolve(String caseId, String service, int cycle, Instant at) {
        tell(
                service,
                service + ".cases",
                caseId,
                UUID.randomUUID(),
                at,
                new Resolved(
                        header(caseId, cycle),
                        service.equals("intake") ? Tier.L1 : Tier.L2,
                        ResolutionOutcome.FIXED,
                        service.equals("intake") ? SolvedBy.FIRST_LINE : SolvedBy.ENGINEER,
                        "li",
                        "done"));
    }

    private static CaseHeader header(String caseId, int cycle) {
        return new CaseHeader(caseId, number(caseId), SITE, cycle);
    }

    void tell(String service, String topic, String caseId, UUID eventId, Instant at, PublishedEvent event) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, caseId, JSON.writeValueAsString(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        eventId.toString(),
                        "ce_source",
                        service,
                        "ce_type",
                        Catalogue.typeOf(event),
                        "ce_subject",
                        caseId,
                        "ce_time",
                        at.toString(),
                        "ce_recordedtime",
                        at.toString(),
                        "ce_sequence",
                        "0",
                        "ce_actor",
                        "agent1",
                        "ce_site",
                        SITE)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What followup has published about a case so far: the types, in order. */
    List<String> published(String caseId) {
        List<String> types = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.FOLLOWUP_CASES).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(caseId)) {
                        types.add(new String(
                                record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return types;
    }

    static String number(String caseId) {
        return "SH-" + caseId.substring(caseId.length() - 6);
    }

    @Override
    public void close() {
        producer.close();
    }
}
