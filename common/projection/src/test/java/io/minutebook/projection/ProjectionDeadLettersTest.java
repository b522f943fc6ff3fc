package io.minutebook.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.projection.Notes.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Records that are no events, on a real broker and a real database. */
@Timeout(180)
class ProjectionDeadLettersTest {
    private static final Incident NOTHING = (work, session) -> {};
    private static final Map<String, Object> NO_BROKER =
            Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 100);

    private final TopicsStand stand = new TopicsStand(1);

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void a_dead_record_is_sent_once_as_it_was_with_its_origin_and_the_reason() {
        stand.put("a", "1", Notes.REFUSED);
        stand.putNoEvents("b", List.of("what?"));
        readAll();
        readAll();

        List<ConsumerRecord<String, String>> letters = stand.deadLetters();
        assertThat(letters).extracting(ConsumerRecord::key).containsExactly("a", "b");
        assertThat(letters).extracting(ConsumerRecord::value).containsExactly(Notes.REFUSED, "what?");
        assertThat(letters).extracting(letter -> header(letter, "mb_view")).containsOnly(Notes.NAME);
        assertThat(letters)
                .extracting(letter -> header(letter, "mb_origin"))
                .containsExactly(stand.topic + "-0@1", stand.topic + "-0@2");
        assertThat(header(letters.getFirst(), "ce_type")).isEqualTo("NoteWritten");
        assertThat(header(letters.getFirst(), "mb_reason")).contains("note_text_check");
        assertThat(header(letters.getLast(), "mb_reason")).isEqualTo("no header ce_time");
        assertThat(unsent()).isZero();
    }

    @Test
    void after_a_crash_between_sending_and_marking_it_is_sent_once_more() {
        stand.putNoEvents("b", List.of("what?"));
        stand.put("a", "1");
        stand.refuse("view_dead_record", "new.sent and not old.sent");
        assertThatThrownBy(this::readAll).isInstanceOfAny(DataAccessException.class, TransactionException.class);
        assertThat(stand.deadLetters()).hasSize(1);
        assertThat(unsent()).isEqualTo(1);
        stand.allow("view_dead_record");
        readAll();
        readAll();

        assertThat(unsent()).isZero();
        assertThat(stand.deadLetters())
                .extracting(letter -> header(letter, "mb_origin"))
                .containsExactly(stand.topic + "-0@0", stand.topic + "-0@0");
        assertThat(stand.found()).isEqualTo(stand.expected());
    }

    @Test
    void what_the_broker_does_not_take_is_kept_and_sent_later() {
        stand.put("a", "1");
        stand.putNoEvents("b", List.of("what?"));
        try (ProjectionConsumer projectionConsumer = stand.pass(NOTHING, stand.transaction, NO_BROKER)) {
            assertThatThrownBy(() -> read(projectionConsumer)).isInstanceOf(ProjectionInterrupted.class);
        }
        assertThat(stand.positions(Notes.NAME)).as("it stands in nobody's way").isEqualTo(2);
        assertThat(unsent()).isEqualTo(1);
        assertThat(stand.deadLetters()).isEmpty();
        readAll();

        assertThat(unsent()).isZero();
        assertThat(stand.deadLetters()).extracting(ConsumerRecord::value).containsExactly("what?");
    }

    @Test
    void however_many_there_are_all_are_sent_in_their_order() {
        List<String> many = IntStream.range(0, 250).mapToObj(Integer::toString).toList();
        stand.putNoEvents("b", many);
        readAll();

        assertThat(stand.deadLetters()).extracting(ConsumerRecord::value).containsExactlyElementsOf(many);
        assertThat(unsent()).isZero();
    }

    private void readAll() {
        try (ProjectionConsumer projectionConsumer = stand.pass(NOTHING)) {
            read(projectionConsumer);
        }
    }

    /** Begins where the position is, and reads to the end. */
    private void read(ProjectionConsumer projectionConsumer) {
        long end = projectionConsumer.ends().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        while (stand.positions(Notes.NAME) < end) {
            projectionConsumer.step(Duration.ofMillis(200));
        }
    }

    private long unsent() {
        return stand.number("select count(*) from view_dead_record where not sent");
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
