package io.minutebook.platform.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minutebook.contract.Contract;
import io.minutebook.contract.Published;
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

/** Writes a service's CloudEvents; what is the same in all events of a kind is made once. */
final class CloudEventWriter {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new InstantModule()).build();
    private static final int HEADERS = 16;

    private record Kind(ObjectWriter writer, List<Header> headers) {}

    private final String service;
    private final Map<Class<? extends Published>, Kind> kinds = new ConcurrentHashMap<>();

    CloudEventWriter(String service) {
        this.service = service;
    }

    ProducerRecord<String, byte[]> write(String topic, LogPosition at, StoredEvent<?> stored, Published event) {
        Kind kind = kinds.computeIfAbsent(event.getClass(), this::kind);
        byte[] subject = stored.stream().getBytes(UTF_8);
        List<Header> headers = new ArrayList<>(HEADERS);
        headers.addAll(kind.headers);
        add(headers, "ce_id", stored.eventId().toString());
        headers.add(new RecordHeader("ce_subject", subject));
        headers.add(new RecordHeader("ce_time", IsoInstants.ascii(stored.occurredAt())));
        headers.add(new RecordHeader("ce_recordedtime", IsoInstants.ascii(stored.recordedAt())));
        add(headers, "ce_sequence", Long.toString(stored.sequence()));
        add(headers, "ce_logposition", at.text());
        if (stored.correlationId().equals(stored.stream())) {
            headers.add(new RecordHeader("ce_correlationid", subject));
        } else {
            add(headers, "ce_correlationid", stored.correlationId());
        }
        if (stored.causationId() != null) {
            add(headers, "ce_causationid", stored.causationId().toString());
        }
        add(headers, "ce_site", stored.site());
        add(headers, "ce_actor", stored.actor());
        add(headers, TraceHeaders.PARENT, stored.trace());
        return new ProducerRecord<>(topic, null, null, stored.stream(), kind.writer.writeValueAsBytes(event), headers);
    }

    private Kind kind(Class<? extends Published> record) {
        Contract.EventType type = Contract.of(record);
        List<Header> headers = new ArrayList<>();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_source", service);
        add(headers, "ce_type", type.type());
        add(headers, "ce_datacontenttype", "application/json");
        add(headers, "ce_dataversion", Integer.toString(type.version()));
        return new Kind(JSON.writerFor(record), List.copyOf(headers));
    }

    private static void add(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(new RecordHeader(name, value.getBytes(UTF_8)));
        }
    }
}
