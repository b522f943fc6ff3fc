package io.minutebook.platform.topics;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a record of a topic: CloudEvents attributes from the headers, the value as it is. */
final class Facts {
    /** The record is no event; the message says why. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Facts() {}

    static Fact read(ConsumerRecord<byte[], byte[]> record) {
        try {
            String cause = header(record, "ce_causationid");
            String time = needed(record, "ce_time");
            String recorded = header(record, "ce_recordedtime");
            String sequence = header(record, "ce_sequence");
            String actor = header(record, "ce_actor");
            return new Fact(
                    record.topic(),
                    UUID.fromString(needed(record, "ce_id")),
                    needed(record, "ce_source"),
                    needed(record, "ce_type"),
                    needed(record, "ce_subject"),
                    Instant.parse(time),
                    Instant.parse(recorded == null ? time : recorded),
                    cause == null ? null : UUID.fromString(cause),
                    sequence == null ? record.offset() : Long.parseLong(sequence),
                    actor == null ? "" : actor,
                    header(record, "ce_site"),
                    value(record));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new Unreadable(String.valueOf(malformed.getMessage()));
        }
    }

    private static String value(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new Unreadable("the record has no value");
        }
        String text = utf8(record.value());
        try {
            if (!JSON.readTree(text).isObject()) {
                throw new Unreadable("the value is no JSON object");
            }
        } catch (JacksonException malformed) {
            throw new Unreadable("the value is no JSON");
        }
        return text;
    }

    private static String needed(ConsumerRecord<byte[], byte[]> record, String name) {
        String found = header(record, name);
        if (found == null || found.isEmpty()) {
            throw new Unreadable("no header " + name);
        }
        return found;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : utf8(header.value());
    }

    private static String utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable("a NUL in the text");
            }
            return text;
        } catch (CharacterCodingException malformed) {
            throw new Unreadable("not UTF-8");
        }
    }
}
