package io.minutebook.platform.messaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.minutebook.contract.Catalogue;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.eventlog.InstantModule;
import io.minutebook.eventlog.IsoInstants;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.platform.telemetry.TraceHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a service's CloudEvents; what is the same in all events of a kind is made once. What every reader asks for stands last: of a name that
 * stands twice the last counts, so readers go through the headers from the end, and need not go through all.
 */
final class CloudEventWriter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new InstantModule(time -> new String(IsoInstants.micros(time), ISO_8859_1)))
            .build();
    private static final String JSON_TYPE = "application/json";
    private static final int HEADERS = 19;

    private record Kind(ObjectWriter writer, List<Header> first, List<Header> name) {}

    private final String service;
    private final Map<Class<? extends PublishedEvent>, Kind> kinds = new ConcurrentHashMap<>();

    CloudEventWriter(String service) {
        this.service = service;
    }

    ProducerRecord<String, byte[]> write(String topic, LogPosition at, StoredEvent<?> stored, PublishedEvent event) {
        Kind kind = kinds.computeIfAbsent(event.getClass(), this::kind);
        byte[] subject = stored.stream().getBytes(UTF_8);
        List<Header> headers = new ArrayList<>(HEADERS);
        headers.addAll(kind.first);
        add(headers, TraceHeaders.PARENT, stored.trace());
        add(headers, "ce_logposition", at.text());
        if (stored.correlationId().equals(stored.stream())) {
            headers.add(new RecordHeader("ce_correlationid", subject));
        } else {
            add(headers, "ce_correlationid", stored.correlationId());
        }
        headers.addAll(kind.name);
        add(headers, "ce_id", stored.eventId().toString());
        headers.add(new RecordHeader("ce_subject", subject));
        headers.add(new RecordHeader("ce_time", IsoInstants.micros(stored.occurredAt())));
        headers.add(new RecordHeader("ce_recordedtime", IsoInstants.micros(stored.recordedAt())));
        add(headers, "ce_sequence", Long.toString(stored.sequence()));
        if (stored.causationId() != null) {
            add(headers, "ce_causationid", stored.causationId().toString());
        }
        add(headers, "ce_site", stored.site());
        add(headers, "ce_actor", stored.actor());
        add(headers, "ce_via", stored.via());
        return new ProducerRecord<>(topic, null, null, stored.stream(), kind.writer.writeValueAsBytes(event), headers);
    }

    private Kind kind(Class<? extends PublishedEvent> record) {
        Catalogue.EventType type = Catalogue.of(record);
        return new Kind(
                JSON.writerFor(record),
                List.of(
                        header("ce_specversion", "1.0"),
                        header("content-type", JSON_TYPE),
                        header("ce_datacontenttype", JSON_TYPE),
                        header("ce_dataversion", Integer.toString(type.version())),
                        header("ce_dataschema", type.schema())),
                List.of(header("ce_source", service), header("ce_type", type.type())));
    }

    private static void add(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(header(name, value));
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
