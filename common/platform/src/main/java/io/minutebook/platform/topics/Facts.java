package io.minutebook.platform.topics;

import io.minutebook.eventlog.IsoInstants;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of a topic: CloudEvents attributes from the headers, the value as it is. A rebuild reads millions of them, so the headers are gone
 * through once, and the value is left to the view, which takes it apart anyway.
 */
public final class Facts {
    /** The record is no event; the message says why. A view says so of a value that is no JSON object: the record is then set aside. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unreadable(String message) {
            super(message);
        }
    }

    private Facts() {}

    public static Fact read(ConsumerRecord<byte[], byte[]> record) {
        Attributes found = new Attributes();
        for (Header header : record.headers().toArray()) {
            found.take(header);
        }
        try {
            String time = needed(found.time, "ce_time");
            Instant occurred = IsoInstants.parse(time);
            return new Fact(
                    record.topic(),
                    UUID.fromString(needed(found.id, "ce_id")),
                    needed(found.source, "ce_source"),
                    needed(found.type, "ce_type"),
                    needed(found.subject, "ce_subject"),
                    occurred,
                    found.recorded == null || found.recorded.equals(time)
                            ? occurred
                            : IsoInstants.parse(found.recorded),
                    found.cause == null ? null : UUID.fromString(found.cause),
                    found.sequence == null ? record.offset() : Long.parseLong(found.sequence),
                    found.actor == null ? "" : found.actor,
                    found.site,
                    value(record.value()));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new Unreadable(String.valueOf(malformed.getMessage()));
        }
    }

    /** Of a name that stands twice, the last counts. */
    private static final class Attributes {
        private @Nullable String id;
        private @Nullable String source;
        private @Nullable String type;
        private @Nullable String subject;
        private @Nullable String time;
        private @Nullable String recorded;
        private @Nullable String cause;
        private @Nullable String sequence;
        private @Nullable String actor;
        private @Nullable String site;

        private void take(Header header) {
            switch (header.key()) {
                case "ce_id" -> id = text(header);
                case "ce_source" -> source = word(header);
                case "ce_type" -> type = word(header);
                case "ce_subject" -> subject = text(header);
                case "ce_time" -> time = text(header);
                case "ce_recordedtime" -> recorded = text(header);
                case "ce_causationid" -> cause = text(header);
                case "ce_sequence" -> sequence = text(header);
                case "ce_actor" -> actor = word(header);
                case "ce_site" -> site = word(header);
                default -> {}
            }
        }
    }

    private static @Nullable String text(Header header) {
        return header.value() == null ? null : utf8(header.value());
    }

    private static @Nullable String word(Header header) {
        String text = text(header);
        return text == null ? null : Repeated.word(text);
    }

    private static String needed(@Nullable String found, String name) {
        if (found == null || found.isEmpty()) {
            throw new Unreadable("no header " + name);
        }
        return found;
    }

    private static String value(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new Unreadable("the record has no value");
        }
        return utf8(bytes);
    }

    private static String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            wellFormed(bytes);
        }
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable("a NUL in the text");
        }
        return text;
    }

    /** The sign for what could not be read may also have been written. */
    private static void wellFormed(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException malformed) {
            throw new Unreadable("not UTF-8");
        }
    }
}
