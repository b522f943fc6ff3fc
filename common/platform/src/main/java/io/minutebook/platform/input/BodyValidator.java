package io.minutebook.platform.input;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a JSON body against the record it is to become and collects every fault: unknown and missing fields, wrong types, broken
 * constraints, at any depth. A component is required unless it is {@code @Nullable} or a list, set or map.
 */
final class BodyValidator {
    private static final int MOST_FAULTS = 100;
    private final JsonMapper mapper;
    private final Validator validator;
    private final RequestShapes requestShapes;
    private final List<FieldFault> faults = new ArrayList<>();

    BodyValidator(JsonMapper mapper, Validator validator, RequestShapes requestShapes) {
        this.mapper = mapper;
        this.validator = validator;
        this.requestShapes = requestShapes;
    }

    /** The body as a value of this type, or {@link InvalidRequest} that names every faulty field. */
    Object read(JavaType type, JsonNode body) {
        check(type, body, "");
        refuseFaults();
        Object value;
        try {
            value = mapper.treeToValue(body, type);
        } catch (JacksonException failure) {
            throw new InvalidRequest(FaultMessages.path(failure.getPath()), "is not of the right form");
        }
        if (value == null) {
            throw new InvalidRequest("body", "is required");
        }
        add("", validator.validate(value));
        refuseFaults();
        return value;
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private void check(JavaType type, JsonNode node, String path) {
        if (faults.size() >= MOST_FAULTS) {
            return;
        }
        if (type.isRecordType()) {
            checkRecord(type, node, path);
        } else if (type.isCollectionLikeType()) {
            checkElements(type.getContentType(), node, path);
        } else if (type.isMapLikeType()) {
            checkEntries(type.getContentType(), node, path);
        } else {
            checkValue(type, node, path);
        }
    }

    private void checkRecord(JavaType type, JsonNode node, String path) {
        if (!node.isObject()) {
            fault(path, "must be an object");
            return;
        }
        RequestShapes.Shape shape = requestShapes.of(type);
        for (String name : node.propertyNames()) {
            if (!shape.knows(name)) {
                fault(FaultMessages.join(path, name), "is not known here");
            }
        }
        for (RequestShapes.Part part : shape.parts()) {
            @Nullable JsonNode child = node.get(part.name());
            if (child != null && !child.isNull()) {
                JsonNode value = part.aloneToo() && !child.isArray()
                        ? mapper.createArrayNode().add(child)
                        : child;
                checkPart(shape, part, value, FaultMessages.join(path, part.name()));
            } else if (part.required()) {
                fault(FaultMessages.join(path, part.name()), "is required");
            }
        }
    }

    private void checkPart(RequestShapes.Shape shape, RequestShapes.Part part, JsonNode child, String path) {
        int before = faults.size();
        check(part.type(), child, path);
        if (part.constrained() && faults.size() > before && part.type().hasRawClass(List.class) && child.isArray()) {
            addFor(
                    path,
                    part.name(),
                    validator.validateValue(shape.record(), part.name(), readable(part, child, path)));
        } else if (part.constrained() && faults.size() == before) {
            Object value = child.isString() && part.type().hasRawClass(String.class)
                    ? child.stringValue()
                    : mapper.treeToValue(child, part.type());
            addFor(path, part.name(), validator.validateValue(shape.record(), part.name(), value));
        }
        if (faults.size() == before && child.isString()) {
            @Nullable String unfit = FaultMessages.unfit(child.stringValue());
            if (unfit != null) {
                fault(path, unfit);
            }
        }
    }

    /** The list with the elements that could be read; null stands for the others, which have been named. */
    private List<@Nullable Object> readable(RequestShapes.Part part, JsonNode list, String path) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = path + "[" + i + "]";
            boolean faulty = faults.stream().anyMatch(fault -> fault.field().startsWith(at));
            elements.add(
                    faulty ? null : mapper.treeToValue(list.get(i), part.type().getContentType()));
        }
        return elements;
    }

    private void checkElements(JavaType element, JsonNode node, String path) {
        if (!node.isArray()) {
            fault(path, "must be a list");
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            checkInner(element, node.get(i), path + "[" + i + "]");
        }
    }

    private void checkEntries(JavaType content, JsonNode node, String path) {
        if (!node.isObject()) {
            fault(path, "must be an object");
            return;
        }
        node.properties().forEach(entry -> {
            @Nullable String unfit = FaultMessages.unfit(entry.getKey());
            if (unfit != null) {
                fault(path, "has a name that " + unfit);
            }
            checkInner(content, entry.getValue(), FaultMessages.join(path, entry.getKey()));
        });
    }

    private void checkInner(JavaType type, JsonNode node, String path) {
        if (node.isNull()) {
            fault(path, "must not be null");
            return;
        }
        check(type, node, path);
        if (node.isString()) {
            @Nullable String unfit = FaultMessages.unfit(node.stringValue());
            if (unfit != null) {
                fault(path, unfit);
            }
        }
    }

    private void checkValue(JavaType type, JsonNode node, String path) {
        if (anything(type)) {
            node.forEach(inner -> checkInner(type, inner, path));
            return;
        }
        if (type.hasRawClass(String.class) && node.isString()) {
            return;
        }
        try {
            mapper.treeToValue(node, type);
        } catch (JacksonException failure) {
            fault(path, FaultMessages.mustBe(type));
        }
    }

    private <T> void addFor(String path, String property, Set<ConstraintViolation<T>> violations) {
        for (ConstraintViolation<T> violation : violations) {
            fault(
                    path + FaultMessages.plain(violation.getPropertyPath()).substring(property.length()),
                    violation.getMessage());
        }
    }

    private void add(String path, Set<ConstraintViolation<Object>> violations) {
        for (ConstraintViolation<Object> violation : violations) {
            fault(FaultMessages.join(path, FaultMessages.plain(violation.getPropertyPath())), violation.getMessage());
        }
    }

    private void fault(String path, String message) {
        faults.add(new FieldFault(path.isEmpty() ? "body" : path, message));
    }

    /** Whether the record takes whatever JSON stands there. */
    static boolean anything(JavaType type) {
        return type.hasRawClass(Object.class) || type.isTypeOrSubTypeOf(JsonNode.class);
    }

    static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
