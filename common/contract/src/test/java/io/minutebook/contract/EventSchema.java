package io.minutebook.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of one published event, read off its record. */
record EventSchema(Catalogue.EventType type) {
    Map<String, Object> json() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (EventField field : type.fields()) {
            RecordComponent component = field.component();
            Map<String, Object> property = new LinkedHashMap<>(shape(component));
            property.put("description", Words.of(component.getDeclaringRecord()).field(field.name()));
            if (field.personal()) {
                property.put("x-personal", true);
            }
            properties.put(field.name(), property);
            if (!optional(component)) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", type.schema());
        schema.put("title", type.type());
        schema.put("description", Words.of(type.record()).sentence());
        schema.put("x-version", type.version());
        schema.put(
                "x-topics",
                Topics.all().stream().filter(type.topics()::contains).toList());
        schema.put("type", "object");
        schema.put("required", required);
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> shape(RecordComponent field) {
        Map<String, Object> shape = new LinkedHashMap<>(shape(field.getGenericType()));
        if (nullable(field)) {
            shape.put("type", List.of(shape.get("type"), "null"));
            shape.computeIfPresent("enum", (keyword, names) -> orNull((List<?>) names));
        }
        return shape;
    }

    private static Map<String, Object> shape(Type type) {
        if (type instanceof ParameterizedType generic) {
            Map<String, Object> inner =
                    shape(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            return generic.getRawType() == Map.class
                    ? ordered("type", "object", "additionalProperties", inner)
                    : ordered("type", "array", "items", inner);
        }
        return shape((Class<?>) type);
    }

    private static Map<String, Object> shape(Class<?> type) {
        if (type.isEnum()) {
            return ordered(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (type.isRecord()) {
            return object(type);
        }
        return switch (type.getSimpleName()) {
            case "String" -> Map.of("type", "string");
            case "boolean", "Boolean" -> Map.of("type", "boolean");
            case "int", "Integer", "long", "Long" -> Map.of("type", "integer");
            case "Instant" -> ordered("type", "string", "format", "date-time");
            case "UUID" -> ordered("type", "string", "format", "uuid");
            case String other -> throw new IllegalStateException("the contract has no shape for " + other);
        };
    }

    private static Map<String, Object> object(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Map<String, Object> property = new LinkedHashMap<>(shape(component));
            property.put("description", Words.of(record).field(component.getName()));
            properties.put(component.getName(), property);
            if (!optional(component)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = ordered("type", "object", "required", required);
        schema.put("properties", properties);
        return schema;
    }

    private static List<@Nullable Object> orNull(List<?> names) {
        List<@Nullable Object> all = new ArrayList<>(names);
        all.add(null);
        return all;
    }

    /** Lists and maps may be absent: they are read as empty. */
    private static boolean optional(RecordComponent field) {
        return nullable(field) || field.getType() == List.class || field.getType() == Map.class;
    }

    private static boolean nullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> ordered(String k1, Object v1, String k2, Object v2) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(k1, v1);
        map.put(k2, v2);
        return map;
    }
}
