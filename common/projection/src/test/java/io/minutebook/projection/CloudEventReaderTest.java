package io.minutebook.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloudEventReaderTest {
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final UUID CAUSE = UUID.fromString("01980000-0000-7000-8000-000000000002");
    private static final TopicEvent WHOLE = new TopicEvent(
            "intake.cases",
            ID,
            "intake",
            "FaultDispatched",
            "case-1",
            Instant.parse("2026-03-02T10:00:00.123456Z"),
            Instant.parse("2026-03-02T10:00:01Z"),
            CAUSE,
            4,
            "wang",
            null,
            "SH",
            "{}");

    @Test
    void the_order_of_the_headers_says_nothing() {
        List<Header> headers = whole();
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(headers, random);
            assertThat(CloudEventReader.read(record(headers))).isEqualTo(WHOLE);
        }
    }

    @Test
    void of_a_name_that_stands_twice_the_last_that_has_a_value_counts() {
        List<Header> headers = new ArrayList<>();
        headers.add(header("ce_actor", "somebody"));
        headers.add(header("ce_site", "BJ"));
        headers.addAll(whole());
        headers.add(header("ce_actor", "li"));
        headers.add(header("ce_site", null));
        TopicEvent topicEvent = CloudEventReader.read(record(headers));
        assertThat(topicEvent.actor()).isEqualTo("li");
        assertThat(topicEvent.site()).isEqualTo("SH");
    }

    @Test
    void the_machine_that_acted_for_a_person_stands_last() {
        List<Header> headers = whole();
        headers.add(header("ce_via", "pbx"));
        TopicEvent topicEvent = CloudEventReader.read(record(headers));
        assertThat(topicEvent.actor()).isEqualTo("wang");
        assertThat(topicEvent.via()).isEqualTo("pbx");
    }

    @Test
    void what_need_not_be_there_is_left_out() {
        List<Header> headers = whole();
        List<String> optional =
                List.of("ce_recordedtime", "ce_causationid", "ce_sequence", "ce_actor", "ce_site", "traceparent");
        headers.removeIf(header -> optional.contains(header.key()));
        TopicEvent topicEvent = CloudEventReader.read(record(headers));
        assertThat(topicEvent.recordedAt()).isEqualTo(topicEvent.occurredAt());
        assertThat(topicEvent.causationId()).isNull();
        assertThat(topicEvent.sequence()).as("the record's own place").isEqualTo(7);
        assertThat(topicEvent.actor()).isEmpty();
        assertThat(topicEvent.site()).isNull();
    }

    @Test
    void what_must_be_there_is_named_when_it_is_not() {
        for (String name : List.of("ce_id", "ce_source", "ce_type", "ce_subject", "ce_time")) {
            List<Header> headers = whole();
            headers.removeIf(header -> header.key().equals(name));
            assertThatThrownBy(() -> CloudEventReader.read(record(headers)))
                    .isInstanceOf(CloudEventReader.Unreadable.class)
                    .hasMessage("no header " + name);
            headers.add(header(name, ""));
            assertThatThrownBy(() -> CloudEventReader.read(record(headers))).hasMessage("no header " + name);
        }
    }

    @Test
    void one_header_is_found_as_all_of_them_are() {
        List<Header> headers = whole();
        headers.addFirst(header("ce_actor", "somebody"));
        headers.add(header("ce_site", null));
        headers.add(header("ce_subject", "ca\0se"));
        assertThat(CloudEventReader.needed(record(headers), "ce_actor")).isEqualTo("wang");
        assertThat(CloudEventReader.needed(record(headers), "ce_site")).isEqualTo("SH");
        assertThat(CloudEventReader.header(record(headers), "ce_site")).isEqualTo("SH");
        assertThat(CloudEventReader.header(record(headers), "ce_logposition")).isNull();
        assertThatThrownBy(() -> CloudEventReader.needed(record(headers), "ce_logposition"))
                .isInstanceOf(CloudEventReader.Unreadable.class)
                .hasMessage("no header ce_logposition");
        assertThat(CloudEventReader.header(record(headers), "ce_subject")).isEqualTo("ca\0se");
        assertThatThrownBy(() -> CloudEventReader.needed(record(headers), "ce_subject"))
                .isInstanceOf(CloudEventReader.Unreadable.class);
    }

    private static List<Header> whole() {
        return new ArrayList<>(List.of(
                header("ce_specversion", "1.0"),
                header("traceparent", "00-00000000000000000000000000000001-0000000000000001-00"),
                header("ce_source", "intake"),
                header("ce_type", "FaultDispatched"),
                header("ce_id", ID.toString()),
                header("ce_subject", "case-1"),
                header("ce_time", "2026-03-02T10:00:00.123456Z"),
                header("ce_recordedtime", "2026-03-02T10:00:01Z"),
                header("ce_sequence", "4"),
                header("ce_causationid", CAUSE.toString()),
                header("ce_site", "SH"),
                header("ce_actor", "wang")));
    }

    private static Header header(String name, @Nullable String value) {
        return new RecordHeader(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> record(List<Header> headers) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "intake.cases", 0, 7, "case-1".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8));
        headers.forEach(record.headers()::add);
        return record;
    }
}
