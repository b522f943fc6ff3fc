package io.minutebook.escalation;

import static org.awaitility.Awaitility.await;

import io.minutebook.contract.CaseDetails;
import io.minutebook.contract.CaseHeader;
import io.minutebook.contract.CaseType;
import io.minutebook.contract.Catalogue;
import io.minutebook.contract.FaultCleared;
import io.minutebook.contract.FaultDispatched;
import io.minutebook.contract.HandOver;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.RestorationDenied;
import io.minutebook.contract.Tier;
import io.minutebook.contract.Topics;
import io.minutebook.contract.VendorOrderPlaced;
import io.minutebook.platform.Service;
import io.minutebook.testing.Stand;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service, started once for all tests of the module, with intake and followup played by the test. */
final class EscalationStand {
    static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final EscalationStand ONE = new EscalationStand();

    private final ConfigurableApplicationContext service;
    private final KafkaProducer<String, byte[]> producer;

    /** An answer over HTTP. */
    record Answer(int status, JsonNode body, Map<String, List<String>> headers) {
        String code() {
            return body.path("code").asString("");
        }
    }

    /** A published event as a subscriber sees it. */
    record Heard(String type, UUID id, String cause, JsonNode value) {}

    private EscalationStand() {
        service = Service.application(EscalationApplication.class, "escalation")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + Stand.postgres().freshDatabase("escalation"),
                        "--spring.datasource.username=",
                        "--spring.kafka.bootstrap-servers=" + Stand.kafka().bootstrapServers(),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestTokens.issuer(),
                        "--minutebook.kafka.partitions=3",
                        "--minutebook.policies[0].clock=reply",
                        "--minutebook.policies[0].site=hasty",
                        "--minutebook.policies[0].version=hasty/1",
                        "--minutebook.policies[0].limit=1s");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Stand.kafka().bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static EscalationStand running() {
        return ONE;
    }

    ConfigurableApplicationContext context() {
        return service;
    }

    Answer post(String caseId, String step, String body) {
        return post(caseId, step, body, everybody(), null);
    }

    Answer post(String caseId, String step, String body, String token, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/api/escalation/cases/" + caseId + "/" + step))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    /** The status of a step whose body is whatever these bytes are. */
    int post(String caseId, String step, byte[] body) {
        return send(HttpRequest.newBuilder(address("/api/escalation/cases/" + caseId + "/" + step))
                        .header("Authorization", "Bearer " + everybody())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                .status();
    }

    /** The OpenAPI document as it is served. */
    String document() {
        return send(HttpRequest.newBuilder(address("/api/escalation/openapi.json"))
                        .GET())
                .body()
                .toString();
    }

    Answer get(String caseId, String token) {
        return send(HttpRequest.newBuilder(address("/api/escalation/cases/" + caseId))
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    /** Waits until the service has heard of a case and returns its state. */
    JsonNode known(String caseId) {
        await().atMost(SOON).until(() -> get(caseId, everybody()).status() == 200);
        return get(caseId, everybody()).body();
    }

    static void awaiting(Callable<Boolean> condition) {
        await().atMost(SOON).until(condition);
    }

    static String everybody() {
        return TestTokens.token("somebody", "agent", "engineer", "expert", "manager", "supervisor");
    }

    /** Intake dispatches a new case of the site; returns its id. */
    String dispatched(String site) {
        String caseId = UUID.randomUUID().toString();
        tell(Topics.INTAKE_CASES, UUID.randomUUID(), caseId, dispatch(caseId, site, "chen", 1), Instant.now());
        known(caseId);
        return caseId;
    }

    void tell(String topic, UUID id, String caseId, PublishedEvent event, Instant at) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, caseId, JSON.writeValueAsBytes(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        topic.substring(0, topic.indexOf('.')),
                        "ce_type",
                        Catalogue.typeOf(event),
                        "ce_subject",
                        caseId,
                        "ce_time",
                        at.toString(),
                        "ce_recordedtime",
                        at.toString(),
                        "ce_actor",
                        "liu",
                        "ce_sequence",
                        "1",
                        "ce_correlationid",
                        caseId)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service has published of a case so far. */
    List<Heard> published(String caseId) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ESCALATION_CASES).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Heard> heard = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (caseId.equals(message.key())) {
                        heard.add(heard(message));
                    }
                });
            }
            return heard;
        }
    }

    /** Waits until the service has published as many events of a case as are named, and answers their names. */
    List<String> awaitPublished(String caseId, int count) {
        await().atMost(SOON).until(() -> published(caseId).size() >= count);
        return published(caseId).stream().map(Heard::type).toList();
    }

    static FaultDispatched dispatch(String caseId, String site, String engineer, int cycle) {
        return dispatch(caseId, site, engineer, HandOver.FIRST, cycle);
    }

    static FaultDispatched dispatch(String caseId, String site, String engineer, HandOver mode, int cycle) {
        return new FaultDispatched(
                header(caseId, site, cycle),
                new CaseDetails(
                        "phone",
                        CaseType.FAULT,
                        "normal",
                        "liu",
                        "Li Wei",
                        "13800000000",
                        null,
                        "zh",
                        "Router X1",
                        "SN-1",
                        "no light",
                        null,
                        null,
                        List.of()),
                List.of(),
                null,
                "north",
                engineer,
                mode,
                null);
    }

    static VendorOrderPlaced order(String caseId, String site) {
        return new VendorOrderPlaced(
                header(caseId, site, 1),
                new CaseDetails(
                        "phone",
                        CaseType.FAULT,
                        null,
                        "liu",
                        "Li Wei",
                        "13800000000",
                        null,
                        null,
                        null,
                        null,
                        "no light",
                        null,
                        null,
                        List.of()),
                List.of(),
                null,
                "Terminal Works",
                "TW-77",
                "order-1",
                HandOver.FIRST,
                null);
    }

    static RestorationDenied denial(String caseId, String site, int cycle) {
        return new RestorationDenied(header(caseId, site, cycle), "still dead");
    }

    static FaultCleared clearance(String caseId, String site, int cycle) {
        return new FaultCleared(header(caseId, site, cycle), Tier.L2, null);
    }

    private static CaseHeader header(String caseId, String site, int cycle) {
        return new CaseHeader(caseId, "NO-" + caseId.substring(0, 8), site, cycle);
    }

    private static Heard heard(ConsumerRecord<String, byte[]> message) {
        return new Heard(
                header(message, "ce_type"),
                UUID.fromString(header(message, "ce_id")),
                header(message, "ce_causationid"),
                JSON.readTree(message.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private URI address(String path) {
        int port = Objects.requireNonNull(((ServletWebServerApplicationContext) service).getWebServer())
                .getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(
                    response.statusCode(),
                    body.isBlank() ? JSON.nullNode() : JSON.readTree(body),
                    response.headers().map());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
