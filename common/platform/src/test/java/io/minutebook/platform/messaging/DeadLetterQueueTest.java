package io.minutebook.platform.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.FaultCleared;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Parcel;
import io.minutebook.platform.command.TrialService;
import io.minutebook.platform.telemetry.TraceHeaders;
import io.minutebook.testing.Stand;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class DeadLetterQueueTest {
    private static @Nullable ConfigurableApplicationContext service;

    private final String topic = "parking." + UUID.randomUUID();
    private final Set<UUID> puzzling = ConcurrentHashMap.newKeySet();
    private final DeadLetters letters = service().getBean(DeadLetters.class);
    private final MockProducer<String, byte[]> copies =
            new MockProducer<>(Cluster.empty(), true, null, new StringSerializer(), new ByteArraySerializer());
    private final MessageDispatcher messageDispatcher = new MessageDispatcher(
            Map.of(FaultCleared.class, new Puzzled()),
            service().getBean(Commands.class),
            service().getBean(TraceHeaders.class));
    private final RecordHandler recordHandler =
            new RecordHandler(messageDispatcher, new DeadLetterQueue("trial", letters, copies));
    private final DeadLetterRedriver deadLetterRedriver = new DeadLetterRedriver(letters, messageDispatcher);
    private final Map<String, LogPosition> marks = new HashMap<>();
    private long end;

    @BeforeAll
    static void start() {
        service = TrialService.start(Stand.postgres().freshDatabase("parking"));
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    @Test
    void a_record_is_parked_behind_an_earlier_one_of_its_case_and_those_of_other_cases_go_on() {
        String waiting = ParcelRecords.parcel(service());
        String other = ParcelRecords.parcel(service());
        List<UUID> told = ids(4);
        puzzling.add(told.get(0));
        tell(waiting, told.get(0));
        tell(other, told.get(1));
        tell(waiting, told.get(2));
        tell(other, told.get(3));

        assertThat(answered(waiting)).isEmpty();
        assertThat(answered(other)).containsExactly(told.get(1), told.get(3));
        DeadLetters.Parked first = letters.first(waiting).orElseThrow();
        assertThat(first.letter().offset()).isZero();
        assertThat(first.reason()).contains("planted");
        assertThat(letters.waits(other)).isFalse();
        assertThat(copies.history()).as("of what cannot be understood").hasSize(1);
        ProducerRecord<String, byte[]> copy = copies.history().getFirst();
        assertThat(copy.topic()).isEqualTo(Topics.deadLetters("trial"));
        assertThat(copy.key()).isEqualTo(waiting);
        assertThat(header(copy, "ce_id")).isEqualTo(told.get(0).toString());
        assertThat(header(copy, "reason")).contains("planted");
    }

    @Test
    void redriving_takes_the_records_of_a_case_up_in_their_order_and_then_the_case_goes_on() {
        String parcel = ParcelRecords.parcel(service());
        List<UUID> told = ids(5);
        puzzling.add(told.get(0));
        told.subList(0, 4).forEach(id -> tell(parcel, id));
        puzzling.clear();

        assertThat(deadLetterRedriver.redrive(Optional.of(parcel)).redriven()).isEqualTo(4);
        assertThat(letters.waits(parcel)).isFalse();
        tell(parcel, told.get(4));
        assertThat(answered(parcel)).containsExactlyElementsOf(told);
        assertThat(deadLetterRedriver.redrive(Optional.of(parcel)).redriven()).isZero();
    }

    @Test
    void a_redrive_that_fails_again_keeps_the_order_and_other_cases_are_redriven_all_the_same() {
        String failing = ParcelRecords.parcel(service());
        String mended = ParcelRecords.parcel(service());
        List<UUID> told = ids(4);
        List<UUID> ofMended = ids(2);
        puzzling.addAll(List.of(told.get(0), told.get(1), ofMended.get(0)));
        told.subList(0, 3).forEach(id -> tell(failing, id));
        ofMended.forEach(id -> tell(mended, id));
        puzzling.remove(told.get(0));
        puzzling.remove(ofMended.get(0));

        deadLetterRedriver.redrive(Optional.empty());
        assertThat(answered(mended)).containsExactlyElementsOf(ofMended);
        assertThat(answered(failing)).containsExactly(told.get(0));
        assertThat(letters.first(failing).orElseThrow().reason()).contains("planted");
        tell(failing, told.get(3));
        assertThat(deadLetterRedriver.redrive(Optional.of(failing)).redriven()).isZero();
        assertThat(answered(failing)).containsExactly(told.get(0));

        puzzling.clear();
        assertThat(deadLetterRedriver.redrive(Optional.of(failing)).redriven()).isEqualTo(3);
        assertThat(answered(failing)).containsExactlyElementsOf(told);
    }

    @Test
    void two_who_redrive_a_case_at_once_keep_the_order_and_answer_each_record_once() throws Exception {
        String parcel = ParcelRecords.parcel(service());
        List<UUID> told = ids(30);
        puzzling.add(told.getFirst());
        told.forEach(id -> tell(parcel, id));
        puzzling.clear();

        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> attempt = () -> {
            together.await();
            return deadLetterRedriver.redrive(Optional.of(parcel)).redriven();
        };
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> done : people.invokeAll(List.of(attempt, attempt))) {
                done.get();
            }
        }
        assertThat(answered(parcel)).containsExactlyElementsOf(told);
        assertThat(letters.waits(parcel)).isFalse();
    }

    @Test
    void a_record_that_was_answered_is_not_parked_when_it_comes_again_after_a_later_one_of_its_case_is() {
        String inOrder = ParcelRecords.parcel(service());
        String byId = ParcelRecords.parcel(service());
        List<UUID> told = ids(4);
        puzzling.addAll(List.of(told.get(1), told.get(3)));
        tell(inOrder, told.get(0), new LogPosition(1, 1), marks);
        tell(inOrder, told.get(1), new LogPosition(1, 2), marks);
        tell(byId, told.get(2), null, marks);
        tell(byId, told.get(3), null, marks);

        Map<String, LogPosition> ofAnInstanceThatHasLostItsLease = new HashMap<>();
        tell(inOrder, told.get(0), new LogPosition(1, 1), ofAnInstanceThatHasLostItsLease);
        tell(byId, told.get(2), null, marks);
        puzzling.clear();
        assertThat(deadLetterRedriver.redrive(Optional.of(inOrder)).redriven()).isEqualTo(1);
        assertThat(deadLetterRedriver.redrive(Optional.of(byId)).redriven()).isEqualTo(1);
        assertThat(answered(inOrder)).containsExactlyElementsOf(told.subList(0, 2));
        assertThat(answered(byId)).containsExactlyElementsOf(told.subList(2, 4));
    }

    /** Cannot understand some records for now. */
    private final class Puzzled implements Listener<FaultCleared> {
        @Override
        public Class<FaultCleared> eventType() {
            return FaultCleared.class;
        }

        @Override
        public Object command(Message<FaultCleared> message) {
            if (puzzling.contains(message.eventId())) {
                throw new IllegalStateException("planted");
            }
            return new Parcel.Command.NoteClearance(message.subject(), message.occurredAt());
        }
    }

    private void tell(String parcel, UUID eventId) {
        tell(parcel, eventId, new LogPosition(1, end + 1), marks);
    }

    private void tell(String parcel, UUID eventId, @Nullable LogPosition at, Map<String, LogPosition> marks) {
        ProducerRecord<String, byte[]> sent = ParcelRecords.cleared(topic, 0, parcel, eventId, at);
        ConsumerRecord<String, byte[]> came = new ConsumerRecord<>(
                topic,
                0,
                end++,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                parcel,
                sent.value(),
                sent.headers(),
                Optional.empty());
        assertThat(recordHandler.handled(came, marks)).isTrue();
    }

    private static List<UUID> answered(String parcel) {
        return ParcelRecords.handled(service(), parcel);
    }

    private static List<UUID> ids(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static ConfigurableApplicationContext service() {
        return requireNonNull(service);
    }
}
