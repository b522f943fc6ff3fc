package io.minutebook.platform.input;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.TypeFactory;

/**
 * Turns the fields of a form into the JSON that an API caller would have sent for the same request record. A text is read as the type of its component
 * asks; one that cannot be read so stays a text, and {@link BodyValidator} names it as it names that text in JSON.
 */
final class FormReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JavaType UNKNOWN = TypeFactory.unknownType();
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,40}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(
            int.class,
            Integer.class,
            long.class,
            Long.class,
            short.class,
            Short.class,
            byte.class,
            Byte.class,
            BigInteger.class);
    private static final Set<Class<?>> DECIMALS =
            Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

    private final RequestShapes requestShapes;
    private final @Nullable ZoneId zone;
    /** The names that fields have in the form, by those they have in the JSON, where lists have no gaps. */
    private final Map<String, String> names = new HashMap<>();

    private FormReader(RequestShapes requestShapes, @Nullable ZoneId zone) {
        this.requestShapes = requestShapes;
        this.zone = zone;
    }

    /** What a form says. {@code names} renames the faults found in it. */
    record Read(JsonNode json, Map<String, String> names) {
        /** Returns the same faults, their fields named as in the form. */
        InvalidRequest named(InvalidRequest refused) {
            return new InvalidRequest(refused.faults().stream()
                    .map(fault -> new FieldFault(named(fault.field()), fault.message()))
                    .toList());
        }

        private String named(String field) {
            for (int end = field.length(); end > 0; end--) {
                if (end == field.length() || field.charAt(end) == '.' || field.charAt(end) == '[') {
                    @Nullable String name = names.get(field.substring(0, end));
                    if (name != null) {
                        return name + field.substring(end);
                    }
                }
            }
            return field;
        }
    }

    /**
     * @param form the values of each field, by the field's name
     * @throws InvalidRequest naming the fields that cannot stand in a form as they do
     */
    static Read read(JavaType type, Map<String, List<String>> form, RequestShapes requestShapes) {
        FormReader reader = new FormReader(requestShapes, zone(form));
        return new Read(reader.json(type, FormTree.of(form), "", ""), reader.names);
    }

    private static @Nullable ZoneId zone(Map<String, List<String>> form) {
        List<String> named = form.getOrDefault(FormFields.ZONE, List.of());
        if (named.isEmpty() || named.getFirst().isEmpty()) {
            return null;
        }
        try {
            return ZoneId.of(named.getFirst());
        } catch (DateTimeException noSuchZone) {
            throw new InvalidRequest(FormFields.ZONE, "must be a time zone, such as Asia/Shanghai");
        }
    }

    private JsonNode json(JavaType type, FormTree tree, String path, String name) {
        names.put(path, name);
        if (type.isCollectionLikeType()) {
            return list(type.getContentType(), tree, path, name);
        }
        if (tree.branches()) {
            if (!tree.values().isEmpty() || !tree.elements().isEmpty()) {
                throw new InvalidRequest(name.isEmpty() ? "body" : name, "is not a list, or is given in two ways");
            }
            return object(type, tree, path, name);
        }
        return tree.values().isEmpty() ? JSON.objectNode() : scalar(type, tree.values(), name);
    }

    private ObjectNode object(JavaType type, FormTree tree, String path, String name) {
        ObjectNode object = JSON.objectNode();
        Map<String, JavaType> types = types(type);
        tree.fields()
                .forEach((field, below) -> object.set(
                        field,
                        json(
                                types.getOrDefault(field, type.isMapLikeType() ? type.getContentType() : UNKNOWN),
                                below,
                                FaultMessages.join(path, field),
                                FaultMessages.join(name, field))));
        return object;
    }

    private Map<String, JavaType> types(JavaType type) {
        return type.isRecordType()
                ? requestShapes.of(type).parts().stream()
                        .collect(toMap(
                                RequestShapes.Part::name, RequestShapes.Part::type, (a, b) -> a, LinkedHashMap::new))
                : Map.of();
    }

    /** Either {@code steps[0]=a&steps[1]=b}, whose gaps close, or {@code steps=a&steps=b}. */
    private ArrayNode list(JavaType content, FormTree tree, String path, String name) {
        if (!tree.fields().isEmpty()
                || !tree.values().isEmpty() && !tree.elements().isEmpty()) {
            throw new InvalidRequest(name, "is a list, given as such in one way");
        }
        ArrayNode list = JSON.arrayNode();
        tree.values().forEach(value -> list.add(scalar(content, List.of(value), name)));
        tree.elements()
                .forEach((index, below) ->
                        list.add(json(content, below, path + "[" + list.size() + "]", name + "[" + index + "]")));
        return list;
    }

    private JsonNode scalar(JavaType type, List<String> values, String name) {
        Class<?> raw = type.getRawClass();
        boolean flag = raw == boolean.class || raw == Boolean.class;
        // a checkbox has a hidden field before it that says what it means when it is not ticked
        boolean ticked = flag && values.size() == 2 && values.getFirst().equals("false");
        if (values.size() > 1 && !ticked) {
            throw new InvalidRequest(name, "must be given once");
        }
        String text = values.getLast().replace("\r\n", "\n");
        if (flag) {
            return switch (text) {
                case "true", "on" -> JSON.booleanNode(true);
                case "false" -> JSON.booleanNode(false);
                default -> JSON.stringNode(text);
            };
        }
        String number = text.strip();
        if (WHOLE_NUMBERS.contains(raw) && WHOLE.matcher(number).matches()) {
            return JSON.numberNode(new BigInteger(number));
        }
        if (DECIMALS.contains(raw) && DECIMAL.matcher(number).matches()) {
            return JSON.numberNode(new BigDecimal(number));
        }
        return JSON.stringNode(raw == Instant.class || raw == OffsetDateTime.class ? time(text) : text);
    }

    /** A browser's field for times knows no offset; the page says which zone it speaks of. */
    private String time(String text) {
        if (zone == null) {
            return text;
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toOffsetDateTime().toString();
        } catch (DateTimeException withOffsetOrNoTime) {
            return text;
        }
    }
}
