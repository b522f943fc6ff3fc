package io.minutebook.bench.stand;

import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.load.HttpConnection;
import io.minutebook.bench.load.HttpPosts;
import io.minutebook.bench.load.Work;
import io.minutebook.contract.CaseDetails;
import io.minutebook.contract.CaseHeader;
import io.minutebook.contract.CaseRegistered;
import io.minutebook.contract.CaseType;
import io.minutebook.contract.Catalogue;
import io.minutebook.contract.FaultDispatched;
import io.minutebook.contract.HandOver;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.escalation.EscalationApplication;
import io.minutebook.platform.command.Ids;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** The escalation service as a server of its own, with cases open that no clock runs on: intake dispatched them, an engineer has a plan. */
public final class Escalation implements AutoCloseable {
    /** What the word on the progress of a case says. */
    public static final String NOTE =
            "Second attempt: replaced the power module, output is stable again; watching it until tomorrow morning.";

    private static final String ADDRESS = "/api/escalation/cases/";

    private final Server server;
    private final List<String> cases = new ArrayList<>();

    private Escalation(Server server) {
        this.server = server;
    }

    /** Starts it over a fresh database and opens so many cases. */
    public static Escalation start(World world, Path home, int open) throws Exception {
        var service = new Escalation(Server.start(world, EscalationApplication.class, "escalation", home));
        service.open(world.kafka(), open);
        return service;
    }

    public String database() {
        return server.database();
    }

    public int port() {
        return server.port();
    }

    public List<String> cases() {
        return cases;
    }

    /** Word on how the work goes, on any of the cases. */
    public HttpPosts progress() {
        return posts("/progress", "{\"note\":\"" + NOTE + "\"}");
    }

    /** The request of one word on the progress of a case. */
    public byte[] request(String caseId, String token, String note) {
        return HttpPosts.request(ADDRESS + caseId + "/progress", token, "{\"note\":\"" + note + "\"}");
    }

    private HttpPosts posts(String step, String json) {
        return new HttpPosts(
                server.port(),
                cases.stream().map(id -> ADDRESS + id + step).toList(),
                TestTokens.token("bench", "engineer"),
                json);
    }

    private void open(String kafka, int count) throws Exception {
        var ids = new Ids(Clock.systemUTC());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                var caseId = ids.next().toString();
                producer.send(ofIntake(0, caseId, registration(caseId, i)));
                producer.send(ofIntake(1, caseId, dispatch(caseId, i)));
                cases.add(caseId);
            }
        }
        var token = TestTokens.token("bench", "engineer");
        var next = new AtomicInteger();
        ClosedLoop.times(8, count, thread -> planning(token, next));
        Lag.settle(server.database());
    }

    private Work.Task planning(String token, AtomicInteger next) throws IOException {
        var connection = new HttpConnection(server.port());
        return new Work.Task() {
            @Override
            public void once() throws IOException {
                var request = HttpPosts.request(
                        ADDRESS + cases.get(next.getAndIncrement()) + "/plan", token, "{\"plan\":\"Replace it.\"}");
                for (int status = connection.send(request); status / 100 != 2; status = connection.send(request)) {
                    if (status != 409) {
                        throw new IOException(connection.lastAnswer());
                    }
                    LockSupport.parkNanos(50_000_000);
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private static CaseRegistered registration(String caseId, int number) {
        return new CaseRegistered(header(caseId, number), null, details(number));
    }

    private static FaultDispatched dispatch(String caseId, int number) {
        return new FaultDispatched(
                header(caseId, number), details(number), List.of(), null, "metro line 4", "chen", HandOver.FIRST, null);
    }

    private static CaseHeader header(String caseId, int number) {
        return new CaseHeader(caseId, "B-" + (100_000 + number), "shanghai", 1);
    }

    private static CaseDetails details(int number) {
        return new CaseDetails(
                "phone",
                CaseType.FAULT,
                "P2",
                "liu",
                "Zhao Min",
                "+86 21 5555 " + (1000 + number),
                null,
                "zh-CN",
                "UPS 3000",
                "SN-" + number,
                "no output",
                null,
                null,
                List.of());
    }

    private static ProducerRecord<String, byte[]> ofIntake(int sequence, String caseId, PublishedEvent event) {
        var now = Instant.now().toString();
        var message = new ProducerRecord<>(
                Topics.INTAKE_CASES, caseId, JsonMapper.shared().writeValueAsBytes(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "intake",
                        "ce_type",
                        Catalogue.typeOf(event),
                        "ce_subject",
                        caseId,
                        "ce_time",
                        now,
                        "ce_recordedtime",
                        now,
                        "ce_actor",
                        "liu",
                        "ce_sequence",
                        Integer.toString(sequence),
                        "ce_correlationid",
                        caseId)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    @Override
    public void close() {
        server.close();
    }
}
