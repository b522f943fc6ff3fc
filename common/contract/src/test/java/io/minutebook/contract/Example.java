package io.minutebook.contract;

import static io.minutebook.contract.AsyncApi.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An example of what a JSON Schema describes, the same in every run: each field filled by its type. */
final class Example {
    private static final String MOMENT = "2026-03-03T01:02:03.456789Z";
    private static final String ID = "019cb240-6cfb-7000-99f0-e9b1f9e31875";

    private Example() {}

    /** Returns an example of an object with these properties. */
    static Map<String, Object> of(Map<?, ?> schema) {
        Map<String, Object> example = new LinkedHashMap<>();
        part(schema, "properties")
                .forEach((name, property) -> example.put((String) name, value((String) name, (Map<?, ?>) property)));
        return example;
    }

    private static Object value(String name, Map<?, ?> schema) {
        Object fixed = schema.get("const");
        if (fixed != null) {
            return fixed;
        }
        if (schema.get("enum") instanceof List<?> words) {
            return words.getFirst();
        }
        Object type = schema.get("type") instanceof List<?> types ? types.getFirst() : schema.get("type");
        return switch (String.valueOf(type)) {
            case "boolean" -> true;
            case "integer" -> 1;
            case "array" -> List.of(value(name, part(schema, "items")));
            case "object" ->
                schema.get("additionalProperties") instanceof Map<?, ?> inner
                        ? map(name, value(name, inner))
                        : of(schema);
            default -> text(name, String.valueOf(schema.get("format")));
        };
    }

    private static Map<?, ?> part(Map<?, ?> schema, String name) {
        return (Map<?, ?>) Objects.requireNonNull(schema.get(name), name);
    }

    private static String text(String name, String format) {
        if (format.equals("date-time")) {
            return MOMENT;
        }
        return format.equals("uuid") || name.endsWith("Id") ? ID : name;
    }
}
