package io.minutebook.projection;

import io.minutebook.eventlog.IsoInstants;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 in Kafka's binary mode: attributes in the headers, the event as JSON in the value, the subject as key. A rebuild reads
 * millions of them, so the headers are gone through once, and the value is left to the reader, who takes it apart anyway.
 */
public final class CloudEventReader {
    /** The record is no event; the message says why. A view says so of a value that is no JSON object: the record is then set aside. */
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        public Unreadable(String message) {
            super(message);
        }
    }

    private CloudEventReader() {}

    /** @throws Unreadable where an attribute that every event has is missing or malformed, and where there is no value */
    public static TopicEvent read(ConsumerRecord<?, byte[]> record) {
        Attributes found = new Attributes(record.headers().toArray());
        try {
            String time = found.needed(Attribute.TIME);
            String recordedTime = found.get(Attribute.RECORDEDTIME);
            Instant occurred = IsoInstants.parse(time);
            String cause = found.get(Attribute.CAUSATIONID);
            String sequence = found.get(Attribute.SEQUENCE);
            String actor = found.get(Attribute.ACTOR);
            String via = found.get(Attribute.VIA);
            String site = found.get(Attribute.SITE);
            return new TopicEvent(
                    record.topic(),
                    UUID.fromString(found.needed(Attribute.ID)),
                    StringPool.word(found.needed(Attribute.SOURCE)),
                    StringPool.word(found.needed(Attribute.TYPE)),
                    found.needed(Attribute.SUBJECT),
                    occurred,
                    recordedTime == null || recordedTime.equals(time) ? occurred : IsoInstants.parse(recordedTime),
                    cause == null ? null : UUID.fromString(cause),
                    sequence == null ? record.offset() : Long.parseLong(sequence),
                    actor == null ? "" : StringPool.word(actor),
                    via == null ? null : StringPool.word(via),
                    site == null ? null : StringPool.word(site),
                    value(record.value()));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new Unreadable(String.valueOf(malformed.getMessage()));
        }
    }

    /** Returns one header's text, which need not be well-formed; null where there is none of that name, or it has no value. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        byte[] value = lastValue(record.headers().toArray(), name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /**
     * Returns one header's text.
     *
     * @throws Unreadable where there is none
     */
    public static String needed(ConsumerRecord<?, ?> record, String name) {
        byte[] value = lastValue(record.headers().toArray(), name);
        if (value == null || value.length == 0) {
            throw missing(name);
        }
        return utf8(value);
    }

    private static byte @Nullable [] lastValue(Header[] headers, String name) {
        for (int at = headers.length - 1; at >= 0; at--) {
            if (headers[at].key().equals(name) && headers[at].value() != null) {
                return headers[at].value();
            }
        }
        return null;
    }

    private static Unreadable missing(String name) {
        return new Unreadable("no header " + name);
    }

    private enum Attribute {
        ID,
        SOURCE,
        TYPE,
        SUBJECT,
        TIME,
        RECORDEDTIME,
        CAUSATIONID,
        SEQUENCE,
        ACTOR,
        SITE,
        /** Mostly not there, so nobody looks further for it: it stands last. */
        VIA;

        private static final int COUNT = values().length;

        static @Nullable Attribute of(String header) {
            return switch (header) {
                case "ce_id" -> ID;
                case "ce_source" -> SOURCE;
                case "ce_type" -> TYPE;
                case "ce_subject" -> SUBJECT;
                case "ce_time" -> TIME;
                case "ce_recordedtime" -> RECORDEDTIME;
                case "ce_causationid" -> CAUSATIONID;
                case "ce_sequence" -> SEQUENCE;
                case "ce_actor" -> ACTOR;
                case "ce_site" -> SITE;
                case "ce_via" -> VIA;
                default -> null;
            };
        }
    }

    /** Looked for from the last header on, until all are found: of a name that stands twice, the last that has a value counts. */
    private static final class Attributes {
        private final @Nullable String[] values = new String[Attribute.COUNT];

        Attributes(Header[] headers) {
            int missing = Attribute.COUNT - 1;
            for (int at = headers.length - 1; at >= 0 && missing > 0; at--) {
                Attribute attribute = Attribute.of(headers[at].key());
                if (attribute != null && values[attribute.ordinal()] == null && headers[at].value() != null) {
                    values[attribute.ordinal()] = utf8(headers[at].value());
                    missing -= attribute == Attribute.VIA ? 0 : 1;
                }
            }
        }

        @Nullable
        String get(Attribute attribute) {
            return values[attribute.ordinal()];
        }

        String needed(Attribute attribute) {
            String found = get(attribute);
            if (found == null || found.isEmpty()) {
                throw missing("ce_" + attribute.name().toLowerCase(Locale.ROOT));
            }
            return found;
        }
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
