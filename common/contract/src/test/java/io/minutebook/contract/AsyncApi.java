package io.minutebook.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The AsyncAPI 3 document of the topics. */
final class AsyncApi {
    private static final Map<String, String> TOPICS = Map.of(
            Topics.INTAKE_CALLS, "Calls, from the first ring to the end.",
            Topics.INTAKE_CASES, "Cases at the first line: registration, pre-processing, dispatch, promises.",
            Topics.ESCALATION_CASES, "Cases with the engineers: replies, plans, experts, resolution.",
            Topics.FOLLOWUP_CASES, "Cases with the customer again: call back, clearance (销障), survey.",
            Topics.KNOWLEDGE_ARTICLES, "The knowledge base: articles, and what was searched for in vain.");

    private AsyncApi() {}

    static Map<String, Object> json(List<Catalogue.EventType> types) {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        for (String topic : Topics.all()) {
            channels.put(topic, channel(topic, types));
            operations.put(
                    "publish." + topic,
                    map(
                            "action",
                            "send",
                            "channel",
                            ref("#/channels/" + topic),
                            "summary",
                            "Publishes to " + topic + "."));
        }
        Map<String, Object> messages = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        types.forEach(type -> {
            Map<String, Object> schema = new EventSchema(type).json();
            schema.remove("$schema");
            schema.remove("$id");
            schemas.put(type.type(), schema);
            messages.put(type.type(), message(type, schema));
        });
        return map(
                "asyncapi",
                "3.0.0",
                "id",
                "urn:minutebook:contract",
                "info",
                map(
                        "title",
                        "Minutebook events",
                        "version",
                        "1",
                        "description",
                        "What the services tell each other and every subscriber. Kafka, CloudEvents 1.0 in binary mode, JSON values,"
                                + " kept for ever. Readers ignore fields they do not know.",
                        "license",
                        map("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")),
                "servers",
                map(
                        "kafka",
                        map(
                                "host",
                                "{broker}",
                                "protocol",
                                "kafka",
                                "description",
                                "The brokers of the installation, on the machine itself in standalone.",
                                "variables",
                                map("broker", map("default", "localhost:9092", "description", "Host and port.")))),
                "defaultContentType",
                "application/json",
                "channels",
                channels,
                "operations",
                operations,
                "components",
                map(
                        "messages",
                        messages,
                        "schemas",
                        schemas,
                        "messageTraits",
                        map("cloudEvent", map("headers", Headers.json()))));
    }

    private static Map<String, Object> channel(String topic, List<Catalogue.EventType> types) {
        Map<String, Object> messages = new LinkedHashMap<>();
        types.stream()
                .filter(type -> type.topics().contains(topic))
                .forEach(type -> messages.put(type.type(), ref("#/components/messages/" + type.type())));
        return map(
                "address",
                topic,
                "description",
                Objects.requireNonNull(TOPICS.get(topic)),
                "messages",
                messages,
                "bindings",
                map(
                        "kafka",
                        map(
                                "topicConfiguration",
                                map("cleanup.policy", List.of("delete"), "retention.ms", -1),
                                "bindingVersion",
                                "0.5.0")));
    }

    private static Map<String, Object> message(Catalogue.EventType type, Map<String, Object> schema) {
        return map(
                "name",
                type.type(),
                "title",
                type.type(),
                "summary",
                Words.of(type.record()).sentence(),
                "traits",
                List.of(ref("#/components/messageTraits/cloudEvent")),
                "payload",
                ref("#/components/schemas/" + type.type()),
                "examples",
                List.of(map("name", type.type(), "headers", headers(type), "payload", Example.of(schema))),
                "bindings",
                map(
                        "kafka",
                        map(
                                "key",
                                map("type", "string", "description", "The subject: the case, the call or the article."),
                                "bindingVersion",
                                "0.5.0")));
    }

    private static Map<String, Object> headers(Catalogue.EventType type) {
        Map<String, Object> headers = Example.of(Headers.json());
        headers.put("content-type", "application/json");
        headers.put("ce_datacontenttype", "application/json");
        headers.put("ce_type", type.type());
        headers.put(
                "ce_source",
                type.topics().stream().sorted().findFirst().orElseThrow().replaceFirst("\\..*", ""));
        headers.put("ce_dataschema", type.schema());
        headers.put("ce_dataversion", Integer.toString(type.version()));
        headers.put("ce_sequence", "1");
        headers.put("ce_logposition", "1.1");
        headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        return headers;
    }

    private static Map<String, Object> ref(String to) {
        return map("$ref", to);
    }

    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
