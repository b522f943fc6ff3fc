package io.minutebook.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.contract.ProgressReported;
import io.minutebook.contract.Published;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.EventFamilies;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.EventTypes;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.kernel.Occurrence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RelayTest {
    sealed interface Note extends Occurrence {
        record Written(Instant at, String text) implements Note {}
    }

    private static final EventFamilies FAMILIES = new EventFamilies(
            Map.of("note", EventTypes.of("trial", Note.class).type("Written", 1, Note.Written.class)));

    @Test
    void what_comes_after_a_record_the_producer_refuses_at_once_is_not_sent_before_it() throws Exception {
        RefusingOnce producer = new RefusingOnce(2);
        Relay relay =
                new Relay("trial", FAMILIES, Map.of("note", Note.class), Map.of(Note.class, new Notes()), producer);
        List<EventLog.Row> rows = rows(4);
        assertThatThrownBy(() -> relay.handle(rows)).hasCauseInstanceOf(TimeoutException.class);
        assertThat(sequences(producer)).containsExactly("0");
        assertThat(relay.handle(rows)).isEqualTo(4);
        assertThat(sequences(producer)).containsExactly("0", "0", "1", "2", "3");
    }

    /** As a producer does that has no metadata in time: the send comes back failed, and the next may succeed. */
    private static final class RefusingOnce extends MockProducer<String, byte[]> {
        private int left;

        RefusingOnce(int which) {
            super(Cluster.empty(), true, null, new StringSerializer(), new ByteArraySerializer());
            left = which;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            return --left == 0
                    ? CompletableFuture.failedFuture(new TimeoutException("no metadata"))
                    : super.send(record);
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
        public Published translate(StoredEvent<Note> event) {
            return new ProgressReported(event.stream(), "number", "site", "text", 1);
        }
    }

    private static List<String> sequences(MockProducer<String, byte[]> producer) {
        return producer.history().stream()
                .map(record ->
                        new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<EventLog.Row> rows(int count) {
        UUID stream = UUID.randomUUID();
        Instant now = Instant.EPOCH;
        return LongStream.range(0, count)
                .mapToObj(i -> new EventLog.Row(
                        new LogPosition(1, i + 1),
                        FAMILIES.encode(
                                "note",
                                stream,
                                i,
                                new Note.Written(now, "text"),
                                now,
                                new EventFamilies.Circumstances(
                                        UUID.randomUUID(), null, stream.toString(), "somebody", null, null))))
                .toList();
    }
}
