package io.minutebook.platform.messaging;

import static java.util.Objects.requireNonNull;

import io.minutebook.contract.FaultCleared;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.command.Parcel;
import io.minutebook.platform.security.Callers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Records about parcels, as another service publishes them, and what became of them in the parcels' log. */
final class ParcelRecords {
    private ParcelRecords() {}

    static String parcel(ApplicationContext service) {
        String id = service.getBean(Ids.class).next().toString();
        Callers.asAgent(() -> service.getBean(Commands.class).send(new Parcel.Command.Open(id, "s")));
        return id;
    }

    /** A record that says its place in its source's log, or where that is null, none. */
    static ProducerRecord<String, byte[]> cleared(
            String topic, int partition, String parcel, UUID eventId, @Nullable LogPosition at) {
        String json = "{\"caseId\":\"%s\",\"caseNumber\":\"1\",\"site\":\"s\",\"cycle\":1}".formatted(parcel);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, partition, parcel, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id", eventId.toString(),
                        "ce_source", "followup",
                        "ce_type", FaultCleared.class.getSimpleName(),
                        "ce_subject", parcel,
                        "ce_time", "2026-11-20T08:00:00Z",
                        "ce_recordedtime", "2026-11-20T08:00:00Z",
                        "ce_actor", "somebody")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (at != null) {
            record.headers().add("ce_logposition", at.text().getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    /** The ids of the records that were handled, in the order of the parcel's log. */
    static List<UUID> handled(ApplicationContext service, String parcel) {
        return service.getBean(EventLog.class).stream(UUID.fromString(parcel), 0).stream()
                .map(EventLog.LoggedEvent::event)
                .filter(event -> event.type().equals("trial.ClearanceNoted"))
                .map(event -> requireNonNull(event.causationId()))
                .toList();
    }
}
