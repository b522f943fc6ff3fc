package io.minutebook.contract;

import static io.minutebook.contract.AsyncApi.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An example of what a JSON Schema describes, the same in every run: each field filled by its type. */
final class Example {
    private static final String MOMENT = "2026-03-03T01:02:03.456789Z";
    private static final String ID = "019cb240-6cfb-7000-99f0-e9b1f9e31875";

    private Example() {}

    /** Returns an example of an object with these properties. */
    static Map<String, Object> of(Map<?, ?> schema) {
        Map<String, Object> example = new LinkedHashMap<>();
        ((Map<?, ?>) schema.get("properties"))
                .forEach((name, property) -> example.put((String) name, value((String) name, (Map<?, ?>) property)));
        return example;
    }

    private static Object value(String name, Map<?, ?> schema) {
        if (schema.get("const") != null) {
            return schema.get("const");
        }
        if (schema.get("enum") instanceof List<?> words) {
            return words.getFirst();
        }
        Object type = schema.get("type") instanceof List<?> types ? types.getFirst() : schema.get("type");
        return switch ((String) type) {
            case "boolean" -> true;
            case "integer" -> 1;
            case "array" -> List.of(value(name, (Map<?, ?>) schema.get("items")));
            case "object" ->
                schema.get("additionalProperties") instanceof Map<?, ?> inner
                        ? map(name, value(name, inner))
                        : of(schema);
            default -> text(name, schema.get("format"));
        };
    }

    private static String text(String name, Object format) {
        if ("date-time".equals(format)) {
            return MOMENT;
        }
        return "uuid".equals(format) || name.endsWith("Id") ? ID : name;
    }
}
