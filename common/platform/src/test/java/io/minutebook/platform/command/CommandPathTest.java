package io.minutebook.platform.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minutebook.contract.Topics;
import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.messaging.DeadLetterRedriver;
import io.minutebook.platform.security.Callers;
import io.minutebook.platform.telemetry.TraceHeaders;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The command path on real PostgreSQL and real Kafka. */
class CommandPathTest {
    private static final String CLEARED = "{\"caseId\":\"%s\",\"caseNumber\":\"1\",\"site\":\"s\",\"cycle\":1}";
    private static final List<String> ALL_PARTS =
            List.of("stream.relay", "policy.watch", "stream.redrive", "clocks.0", "clocks.3", "hear.followup.cases-2");

    private static final Duration SOON = Duration.ofSeconds(30);
    private static @Nullable String database;
    private static @Nullable ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        database = Stand.postgres().freshDatabase("trial");
        service = startService();
    }

    @AfterAll
    static void stop() {
        bean().close();
    }

    @Test
    void commands_at_once_on_one_stream_are_decided_one_after_the_other() {
        String parcel = opened();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(i -> people.submit(() -> send(new Parcel.Command.Count(parcel))));
        }
        assertThat(state(parcel).phase().count()).isEqualTo(200);
        assertThat(log(parcel).stream()
                        .filter(row -> row.event().type().equals("trial.Counted"))
                        .count())
                .isEqualTo(200);
        List<ConsumerRecord<String, byte[]>> published =
                awaitPublished(parcel, 201).subList(0, 201);
        assertThat(published.stream().map(record -> Long.parseLong(header(record, "ce_sequence"))))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 201).boxed().toList());
        assertThat(published).allSatisfy(record -> {
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_source")).isEqualTo("trial");
            assertThat(header(record, "ce_subject")).isEqualTo(parcel);
            assertThat(record.key()).isEqualTo(parcel);
        });
    }

    @Test
    void a_stream_that_is_said_to_begin_but_is_there_is_decided_on_what_is_there() {
        String parcel = opened();

        Callers.asAgent(() -> assertThatThrownBy(() -> commands().begin(new Parcel.Command.Open(parcel, "s"), "open"))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("parcel-opened-before")));

        assertThat(log(parcel)).hasSize(2);
        send(new Parcel.Command.Count(parcel));
        assertThat(state(parcel).phase().count()).isEqualTo(1);
    }

    @Test
    void a_redrive_needs_no_body() throws IOException, InterruptedException {
        assertThat(redrive(HttpRequest.BodyPublishers.noBody()).statusCode()).isEqualTo(200);
        assertThat(redrive(HttpRequest.BodyPublishers.noBody(), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(redrive(HttpRequest.BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(redrive(HttpRequest.BodyPublishers.ofString("{\"case\":1}"), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> redrive(HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + bean().getEnvironment().getProperty("local.server.port")
                        + "/api/trial/dead-letters/redrive"))
                .header("Authorization", "Bearer " + TestTokens.token("root", "admin"))
                .POST(body);
        return HttpClient.newHttpClient()
                .send(
                        (headers.length == 0 ? request : request.headers(headers)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_clock_warns_and_is_breached_by_itself() {
        String parcel = opened();
        awaitBreach(parcel);
        assertThat(log(parcel).stream().map(row -> row.event().type()))
                .containsExactly("trial.Opened", "trial.ClockStarted", "trial.ClockWarned", "trial.ClockBreached");
        UUID opening = log(parcel).getFirst().event().eventId();
        assertThat(log(parcel).getLast().event().causationId()).isEqualTo(opening);
    }

    @Test
    void an_event_of_another_service_is_answered_once_however_often_it_comes() {
        String parcel = opened();
        UUID cleared = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            tell(parcel, cleared, "{\"caseId\":\"" + parcel + "\",\"caseNumber\":\"1\",\"site\":\"s\",\"cycle\":1}");
        }
        UUID last = UUID.randomUUID();
        tell(parcel, last, "{\"caseId\":\"" + parcel + "\",\"caseNumber\":\"1\",\"site\":\"s\",\"cycle\":1}");
        await().atMost(SOON).until(() -> clearances(parcel).size() >= 2);
        assertThat(clearances(parcel)).containsExactly(cleared, last);
    }

    @Test
    void an_event_that_comes_before_its_case_waits_for_it() {
        String parcel = bean().getBean(Ids.class).next().toString();
        UUID cleared = UUID.randomUUID();
        tell(parcel, cleared, "{\"caseId\":\"" + parcel + "\",\"caseNumber\":\"1\",\"site\":\"s\",\"cycle\":1}");
        send(new Parcel.Command.Open(parcel, "s"));
        await().atMost(SOON).until(() -> clearances(parcel).contains(cleared));
    }

    @Test
    void what_cannot_be_understood_is_parked_with_all_that_follows_of_its_case_and_stops_nobody_else() {
        String poisoned = opened();
        String healthy = opened();
        tell(poisoned, UUID.randomUUID(), "{\"caseId\":");
        tell(
                poisoned,
                UUID.randomUUID(),
                "{\"caseId\":\"" + poisoned + "\",\"caseNumber\":\"1\",\"site\":\"s\",\"cycle\":1}");
        UUID cleared = UUID.randomUUID();
        tell(healthy, cleared, "{\"caseId\":\"" + healthy + "\",\"caseNumber\":\"1\",\"site\":\"s\",\"cycle\":1}");
        await().atMost(SOON).until(() -> clearances(healthy).contains(cleared));
        DeadLetters letters = new DeadLetters(bean().getBean(DataSource.class));
        await().atMost(SOON).until(() -> letters.count() >= 2);
        assertThat(letters.waits(poisoned)).isTrue();
        assertThat(clearances(poisoned)).isEmpty();
    }

    @Test
    void parked_records_are_taken_up_again_in_their_order_and_answered_once() {
        String parcel = opened();
        TrialService.PUZZLING.add(parcel);
        List<UUID> told = Stream.generate(UUID::randomUUID).limit(3).toList();
        for (int i = 0; i < 3; i++) {
            tell(parcel, told.get(i), CLEARED.formatted(parcel), new LogPosition(1_000_000 + i, 1));
        }
        DeadLetters letters = bean().getBean(DeadLetters.class);
        await().atMost(SOON).until(() -> letters.waits(parcel));
        DeadLetterRedriver deadLetterRedriver = bean().getBean(DeadLetterRedriver.class);
        assertThat(deadLetterRedriver.redrive(Optional.of(parcel)).redriven()).isZero();
        assertThat(letters.waits(parcel)).isTrue();

        TrialService.PUZZLING.remove(parcel);
        await().atMost(SOON).until(() -> {
            deadLetterRedriver.redrive(Optional.of(parcel));
            return clearances(parcel).size() == 3;
        });
        assertThat(letters.waits(parcel)).isFalse();
        tell(parcel, told.getFirst(), CLEARED.formatted(parcel), new LogPosition(1_000_000, 1));
        UUID last = UUID.randomUUID();
        tell(parcel, last, CLEARED.formatted(parcel), new LogPosition(1_000_009, 1));
        await().atMost(SOON).until(() -> clearances(parcel).contains(last));
        assertThat(clearances(parcel)).containsExactly(told.get(0), told.get(1), told.get(2), last);
    }

    @Test
    void a_record_that_is_published_again_by_its_source_is_known_by_its_place_in_the_log() {
        String parcel = opened();
        List<UUID> told = Stream.generate(UUID::randomUUID).limit(3).toList();
        for (int from = 0; from < 3; from++) {
            for (int i = from; i < 3; i++) {
                tell(parcel, told.get(i), CLEARED.formatted(parcel), new LogPosition(2_000_000 + i, 1));
            }
        }
        UUID last = UUID.randomUUID();
        tell(parcel, last, CLEARED.formatted(parcel), new LogPosition(2_000_003, 1));
        await().atMost(SOON).until(() -> clearances(parcel).contains(last));
        assertThat(clearances(parcel)).containsExactly(told.get(0), told.get(1), told.get(2), last);
    }

    @Test
    void two_instances_share_the_work_and_when_one_is_gone_the_other_does_all_of_it_soon() {
        String database = requireNonNull(bean().getEnvironment().getProperty("spring.datasource.url"));
        try (ConfigurableApplicationContext other = TrialService.start(database)) {
            LeaseCoordinator mine = bean().getBean(LeaseCoordinator.class);
            LeaseCoordinator others = other.getBean(LeaseCoordinator.class);
            await().atMost(SOON)
                    .until(() -> others.held().size() >= 3 && !mine.held().isEmpty());
            assertThat(mine.held()).doesNotContainAnyElementsOf(others.held());
            String parcel = opened();
            for (int i = 0; i < 40; i++) {
                Commands either = (i % 2 == 0 ? bean() : other).getBean(Commands.class);
                Callers.asAgent(() -> either.send(new Parcel.Command.Count(parcel)));
                tell(parcel, UUID.randomUUID(), CLEARED.formatted(parcel), new LogPosition(3_000_000 + i, 1));
            }
            assertThat(state(parcel).phase().count()).isEqualTo(40);
            await().atMost(SOON).until(() -> clearances(parcel).size() == 40);
            assertThat(log(parcel).stream().map(row -> row.event().sequence()))
                    .doesNotHaveDuplicates()
                    .isSorted();
            others.close();
            await().atMost(Duration.ofSeconds(3)).until(() -> mine.held().containsAll(ALL_PARTS));
        }
        String parcel = opened();
        await().atMost(SOON).until(() -> awaitPublished(parcel, 1).size() >= 1);
    }

    @Test
    void the_trace_of_a_request_goes_with_its_events() {
        String id = bean().getBean(Ids.class).next().toString();
        String traceId = "0af7651916cd43dd8448eb211c80319c";
        bean().getBean(TraceHeaders.class)
                .runWith(
                        name -> name.equals(TraceHeaders.PARENT) ? "00-" + traceId + "-b7ad6b7169203331-01" : null,
                        "request",
                        () -> {
                            send(new Parcel.Command.Open(id, "s"));
                            send(new Parcel.Command.Count(id));
                        });
        assertThat(header(awaitPublished(id, 2).get(1), TraceHeaders.PARENT)).contains(traceId);
    }

    @Test
    void a_key_gets_its_first_answer_again_and_another_request_under_it_is_refused() {
        String first = bean().getBean(Ids.class).next().toString();
        String second = bean().getBean(Ids.class).next().toString();
        underKey(
                "/a",
                () -> assertThat(commands().send(new Parcel.Command.Open(first, "s"), first))
                        .isEqualTo(first));
        underKey(
                "/a",
                () -> assertThat(commands().send(new Parcel.Command.Open(second, "s"), second))
                        .isEqualTo(first));
        underKey(
                "/b",
                () -> assertThatThrownBy(() -> commands().send(new Parcel.Command.Open(second, "s"), second))
                        .isInstanceOf(IdempotencyKeyReused.class));
        assertThat(log(second)).isEmpty();
    }

    @Test
    void the_same_request_sent_twice_at_once_under_a_key_is_done_once_and_answered_twice() throws Exception {
        for (int round = 0; round < 50; round++) {
            String parcel = bean().getBean(Ids.class).next().toString();
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<String> request = () -> {
                List<String> answer = new ArrayList<>();
                together.await();
                underKey(
                        "/twice",
                        "key of " + parcel,
                        () -> answer.add(commands().send(new Parcel.Command.Open(parcel, "s"), parcel)));
                return answer.getFirst();
            };
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<String> answer : people.invokeAll(List.of(request, request))) {
                    assertThat(answer.get()).isEqualTo(parcel);
                }
            }
            assertThat(log(parcel).stream().filter(row -> row.event().sequence() == 0))
                    .hasSize(1);
        }
    }

    @Test
    void a_restart_goes_on_where_it_stopped() {
        String parcel = opened();
        send(new Parcel.Command.Count(parcel));
        bean().close();
        service = startService();
        send(new Parcel.Command.Count(parcel));
        assertThat(state(parcel).phase().count()).isEqualTo(2);
        awaitPublished(parcel, 3);
        await().atMost(SOON)
                .until(() -> TrialService.SEEN.stream()
                                .filter(event -> event.stream().equals(parcel))
                                .filter(event -> event.event() instanceof Parcel.Event.Counted)
                                .map(event -> event.eventId())
                                .distinct()
                                .count()
                        == 2);
    }

    @Test
    void ids_are_in_the_order_of_time() {
        Ids ids = bean().getBean(Ids.class);
        List<UUID> made = IntStream.range(0, 10_000).mapToObj(i -> ids.next()).toList();
        assertThat(made.stream().map(UUID::toString)).isSorted();
        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(Instant.ofEpochMilli(made.getFirst().getMostSignificantBits() >>> 16))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void a_timer_that_fires_early_or_twice_decides_nothing() {
        String parcel = opened();
        commands().onTimer(new Parcel.Command.ClockDue(parcel, "reply", 1));
        assertThat(log(parcel)).hasSize(2);
        awaitBreach(parcel);
        int events = log(parcel).size();
        commands().onTimer(new Parcel.Command.ClockDue(parcel, "reply", 1));
        assertThat(log(parcel)).hasSize(events);
    }

    private static void awaitBreach(String parcel) {
        await().atMost(SOON)
                .until(() -> state(parcel)
                        .clocks()
                        .latest("reply")
                        .filter(clock -> clock.status() == Clocks.Status.BREACHED)
                        .isPresent());
    }

    private static ConfigurableApplicationContext startService() {
        return TrialService.start(
                requireNonNull(database),
                "--minutebook.policies[0].clock=reply",
                "--minutebook.policies[0].version=trial/1",
                "--minutebook.policies[0].limit=2s");
    }

    private static ConfigurableApplicationContext bean() {
        return requireNonNull(service);
    }

    private static Commands commands() {
        return bean().getBean(Commands.class);
    }

    private static void send(Parcel.Command command) {
        Callers.asAgent(() -> commands().send(command));
    }

    private static String opened() {
        String id = bean().getBean(Ids.class).next().toString();
        send(new Parcel.Command.Open(id, "s"));
        return id;
    }

    private static History<Parcel.State, Parcel.Event> state(String parcel) {
        return bean().getBean(AggregateStates.class).state(Parcel.SUBJECT, parcel);
    }

    private static List<EventLog.LoggedEvent> log(String parcel) {
        return bean().getBean(EventLog.class).stream(UUID.fromString(parcel), 0);
    }

    private static List<UUID> clearances(String parcel) {
        List<UUID> causes = new ArrayList<>();
        log(parcel).stream()
                .filter(row -> row.event().type().equals("trial.ClearanceNoted"))
                .forEach(row -> causes.add(requireNonNull(row.event().causationId())));
        return causes;
    }

    private static void tell(String parcel, UUID eventId, String json) {
        tell(parcel, eventId, json, null);
    }

    @SuppressWarnings("unchecked")
    private static void tell(String parcel, UUID eventId, String json, @Nullable LogPosition at) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.FOLLOWUP_CASES, parcel, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id", eventId.toString(),
                        "ce_source", at == null ? "followup" : "source-" + at.xid() / 1_000_000,
                        "ce_type", "FaultCleared",
                        "ce_subject", parcel,
                        "ce_time", "2026-11-20T08:00:00Z",
                        "ce_recordedtime", "2026-11-20T08:00:00Z",
                        "ce_actor", "somebody")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (at != null) {
            record.headers().add("ce_logposition", at.text().getBytes(StandardCharsets.UTF_8));
        }
        bean().getBean(Producer.class).send(record);
    }

    private static List<ConsumerRecord<String, byte[]>> awaitPublished(String parcel, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ESCALATION_CASES).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (parcel.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(requireNonNull(record.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }

    private static void underKey(String path, Runnable work) {
        underKey(path, "the-key", work);
    }

    private static void underKey(String path, String key, Runnable work) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.addHeader("Idempotency-Key", key);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            Callers.asAgent(work);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
