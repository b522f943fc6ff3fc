package io.minutebook.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.minutebook.contract.CaseHeader;
import io.minutebook.contract.ProgressReported;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.EncodedEvent;
import io.minutebook.eventlog.EventCodec;
import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.StoredAs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OutboxRelayTest {
    sealed interface Note extends DomainEvent {
        @StoredAs("Written")
        record Written(Instant at, String text) implements Note {}
    }

    private static final EventCodecs FAMILIES = new EventCodecs(Map.of("note", EventCodec.of("trial", Note.class)));

    @Test
    void what_comes_after_a_record_the_producer_refuses_at_once_is_not_sent_before_it() throws Exception {
        RefusingOnce refusing = new RefusingOnce(2);
        MockProducer<String, byte[]> next = producer(true);
        OutboxRelay outboxRelay = relay(refusing, next);
        List<EventLog.LoggedEvent> rows = rows(4);
        assertThatThrownBy(() -> outboxRelay.handle(rows)).hasCauseInstanceOf(TimeoutException.class);
        assertThat(sequences(refusing)).containsExactly("0");
        assertThatThrownBy(() -> outboxRelay.handle(rows))
                .as("until it begins again")
                .isInstanceOf(IllegalStateException.class);
        outboxRelay.begin();
        assertThat(outboxRelay.handle(rows)).isEqualTo(4);
        assertThat(sequences(next)).containsExactly("0", "1", "2", "3");
    }

    @Test
    void what_was_handed_over_behind_a_record_that_the_broker_refuses_later_does_not_go_out() throws Exception {
        MockProducer<String, byte[]> refusing = producer(false);
        MockProducer<String, byte[]> next = producer(true);
        OutboxRelay outboxRelay = relay(refusing, next);
        List<EventLog.LoggedEvent> rows = rows(4);
        LogReader.Acknowledgement first = outboxRelay.pack(rows.subList(0, 2)).hand();
        LogReader.Acknowledgement second = outboxRelay.pack(rows.subList(2, 4)).hand();
        refusing.completeNext();
        refusing.errorNext(new RecordTooLargeException("planted"));
        assertThat(refusing.closed()).as("with what it still held").isTrue();
        assertThatThrownBy(first::await).hasCauseInstanceOf(RecordTooLargeException.class);
        assertThatThrownBy(() -> outboxRelay.pack(rows.subList(3, 4)).hand()).isInstanceOf(IllegalStateException.class);
        assertThat(second).isNotNull();
        outboxRelay.begin();
        outboxRelay.pack(rows.subList(1, 4)).hand().await();
        assertThat(sequences(next)).containsExactly("1", "2", "3");
    }

    @Test
    void a_large_batch_goes_out_in_its_order_up_to_what_is_refused_and_again_from_there() throws Exception {
        RefusingOnce refusing = new RefusingOnce(1500);
        MockProducer<String, byte[]> next = producer(true);
        OutboxRelay outboxRelay = relay(refusing, next);
        List<EventLog.LoggedEvent> rows = rows(3000);
        assertThatThrownBy(() -> outboxRelay.pack(rows).hand()).hasCauseInstanceOf(TimeoutException.class);
        assertThat(sequences(refusing)).containsExactlyElementsOf(numbers(0, 1499));
        outboxRelay.begin();
        outboxRelay.pack(rows.subList(1499, 3000)).hand().await();
        assertThat(sequences(next)).containsExactlyElementsOf(numbers(1499, 3000));
    }

    @Test
    void a_batch_is_answered_for_only_when_the_broker_has_all_of_it() throws Exception {
        MockProducer<String, byte[]> producer = producer(false);
        OutboxRelay outboxRelay = relay(producer);
        LogReader.Acknowledgement receipt = outboxRelay.pack(rows(3)).hand();
        producer.completeNext();
        producer.completeNext();
        producer.errorNext(new TimeoutException("planted"));
        assertThatThrownBy(receipt::await).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    @Timeout(20)
    void a_batch_that_comes_alone_leaves_at_once_and_one_of_a_backlog_waits_for_company() throws Exception {
        MockProducer<String, byte[]> leavingWhenAsked = producer(false);
        OutboxRelay outboxRelay = relay(leavingWhenAsked);
        outboxRelay.pack(rows(2)).hand();
        assertThat(leavingWhenAsked.flushed()).isFalse();
        assertThat(outboxRelay.handle(rows(3))).isEqualTo(3);
    }

    @Test
    void what_is_the_same_in_all_events_of_a_kind_and_what_is_not_travels_with_each() throws Exception {
        MockProducer<String, byte[]> producer = producer(true);
        OutboxRelay outboxRelay = relay(producer);
        List<EventLog.LoggedEvent> rows = rows(2);
        outboxRelay.pack(rows).hand().await();
        EncodedEvent second = rows.get(1).event();
        Map<String, String> headers = new TreeMap<>();
        producer.history()
                .get(1)
                .headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", second.eventId().toString()),
                        entry("ce_source", "trial"),
                        entry("ce_type", "ProgressReported"),
                        entry("ce_subject", second.stream().toString()),
                        entry("ce_time", "1970-01-01T00:00:00.000000Z"),
                        entry("content-type", "application/json"),
                        entry("ce_datacontenttype", "application/json"),
                        entry("ce_dataschema", "urn:minutebook:contract:ProgressReported:1"),
                        entry("ce_dataversion", "1"),
                        entry("ce_recordedtime", "1970-01-01T00:00:00.000000Z"),
                        entry("ce_sequence", "1"),
                        entry("ce_logposition", "1.2"),
                        entry("ce_correlationid", second.stream().toString()),
                        entry("ce_actor", "somebody")));
        List<String> names = Stream.of(producer.history().get(1).headers().toArray())
                .map(Header::key)
                .toList();
        assertThat(names)
                .as("what every reader asks for stands last")
                .endsWith(
                        "ce_source",
                        "ce_type",
                        "ce_id",
                        "ce_subject",
                        "ce_time",
                        "ce_recordedtime",
                        "ce_sequence",
                        "ce_actor");
    }

    /** As a producer does that has no metadata in time: the send comes back failed, and the next may succeed. */
    private static final class RefusingOnce extends MockProducer<String, byte[]> {
        private int left;

        RefusingOnce(int which) {
            super(Cluster.empty(), true, null, new StringSerializer(), new ByteArraySerializer());
            left = which;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (--left != 0) {
                return super.send(record, callback);
            }
            TimeoutException refusal = new TimeoutException("no metadata");
            callback.onCompletion(null, refusal);
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private static final class Notes implements Publisher<Note> {
        @Override
        public Class<Note> family() {
            return Note.class;
        }

        @Override
        public String topic() {
            return Topics.ESCALATION_CASES;
        }

        @Override
        public PublishedEvent translate(StoredEvent<Note> event) {
            return new ProgressReported(new CaseHeader(event.stream(), "number", "site", 1), "text");
        }
    }

    @SafeVarargs
    private static OutboxRelay relay(MockProducer<String, byte[]>... oneAfterTheOther) {
        Iterator<MockProducer<String, byte[]>> producers =
                List.of(oneAfterTheOther).iterator();
        return new OutboxRelay(
                "trial", FAMILIES, Map.of("note", Note.class), Map.of(Note.class, new Notes()), producers::next);
    }

    private static MockProducer<String, byte[]> producer(boolean answersAtOnce) {
        return new MockProducer<>(
                Cluster.empty(), answersAtOnce, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static List<String> sequences(MockProducer<String, byte[]> producer) {
        return producer.history().stream()
                .map(record ->
                        new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static List<EventLog.LoggedEvent> rows(int count) {
        UUID stream = UUID.randomUUID();
        Instant now = Instant.EPOCH;
        return LongStream.range(0, count)
                .mapToObj(i -> new EventLog.LoggedEvent(
                        new LogPosition(1, i + 1),
                        FAMILIES.encode(
                                "note",
                                stream,
                                i,
                                new Note.Written(now, "text"),
                                now,
                                new EventCodecs.EventMetadata(
                                        UUID.randomUUID(), null, stream.toString(), "somebody", null, null))))
                .toList();
    }
}
