package io.minutebook.contract;

import static io.minutebook.contract.AsyncApi.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The CloudEvents headers of every record. */
final class Headers {
    private Headers() {}

    static Map<String, Object> json() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ce_specversion", map("type", "string", "const", "1.0"));
        text(properties, "ce_id", "The event's id, a UUID; the same in the log of the service that recorded it.");
        text(properties, "ce_source", "The service that recorded it.");
        text(properties, "ce_type", "The event's name, such as FaultDispatched.");
        text(properties, "ce_subject", "The case, the call or the article; also the record's key.");
        time(properties, "ce_time", "When it happened in the world.");
        time(properties, "ce_recordedtime", "When the system wrote it down; later than ce_time for a late entry.");
        text(
                properties,
                "content-type",
                "Always application/json; what the CloudEvents binding of Kafka maps datacontenttype to.");
        text(properties, "ce_datacontenttype", "The same, for readers that do not know the binding.");
        text(properties, "ce_dataschema", "The URN of the value's JSON Schema, with its version.");
        text(properties, "ce_dataversion", "Version of the value's shape, a number from 1.");
        text(properties, "ce_correlationid", "What belongs together across services.");
        text(properties, "ce_causationid", "The id of the event that caused this one; absent for the first.");
        text(properties, "ce_sequence", "Place among the subject's events in the service's log, a number from 0.");
        text(
                properties,
                "ce_logposition",
                "Place in the whole log of its service, transaction.row; grows within a partition, except where a record is published again.");
        text(properties, "ce_site", "The call center.");
        text(properties, "ce_actor", "Who did it: a person; a client, a service or a clock where no person did.");
        text(properties, "ce_via", "The machine client that acted for the person; absent where none did.");
        text(properties, "traceparent", "The W3C trace context it was recorded under.");
        return map(
                "type",
                "object",
                "required",
                List.of(
                        "content-type",
                        "ce_specversion",
                        "ce_dataschema",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_recordedtime",
                        "ce_correlationid",
                        "ce_sequence",
                        "ce_actor",
                        "traceparent"),
                "properties",
                properties);
    }

    private static void text(Map<String, Object> properties, String name, String words) {
        properties.put(name, map("type", "string", "description", words));
    }

    private static void time(Map<String, Object> properties, String name, String words) {
        properties.put(name, map("type", "string", "format", "date-time", "description", words));
    }
}
