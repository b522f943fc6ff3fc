package io.minutebook.platform.input;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.BeanDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** What each request record consists of, worked out once per type. */
final class RequestShapes {
    /**
     * @param aloneToo whether a lone value stands for a list of one
     * @param most elements or entries, where its size is constrained
     * @param tooMany what is said of more
     */
    record Part(
            String name,
            JavaType type,
            boolean required,
            boolean constrained,
            boolean aloneToo,
            int most,
            String tooMany) {}

    record Shape(Class<?> record, List<Part> parts, Set<String> names) {
        boolean knows(String name) {
            return names.contains(name);
        }

        @Nullable
        Part part(String name) {
            return parts.stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final JsonMapper mapper;
    private final Validator validator;
    private final Map<JavaType, Shape> known = new ConcurrentHashMap<>();

    RequestShapes(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    Shape of(JavaType type) {
        return known.computeIfAbsent(type, this::look);
    }

    private Shape look(JavaType type) {
        BeanDescriptor constraints = validator.getConstraintsForClass(type.getRawClass());
        List<Part> parts = Arrays.stream(type.getRawClass().getRecordComponents())
                .map(component -> part(component, type, constraints))
                .toList();
        return new Shape(
                type.getRawClass(), parts, parts.stream().map(Part::name).collect(Collectors.toUnmodifiableSet()));
    }

    private Part part(RecordComponent component, JavaType owner, BeanDescriptor constraints) {
        JavaType type = mapper.getTypeFactory().resolveMemberType(component.getGenericType(), owner.getBindings());
        boolean required = !BodyValidator.optional(component) && !type.isCollectionLikeType() && !type.isMapLikeType();
        boolean constrained = constraints.getConstraintsForProperty(component.getName()) != null;
        Size size = component.getAccessor().getAnnotation(Size.class);
        if (size == null || size.max() == Integer.MAX_VALUE || !type.isCollectionLikeType() && !type.isMapLikeType()) {
            return new Part(
                    component.getName(), type, required, constrained, aloneToo(component), Integer.MAX_VALUE, "");
        }
        String tooMany = type.isMapLikeType() || !type.hasRawClass(List.class)
                ? "must have at most " + size.max()
                : said(owner.getRawClass(), component.getName(), size.max());
        return new Part(component.getName(), type, required, constrained, aloneToo(component), size.max(), tooMany);
    }

    /** What the constraint says of a list that is too long by one. */
    private String said(Class<?> record, String name, int most) {
        return validator.validateValue(record, name, Collections.nCopies(most + 1, null)).stream()
                .filter(violation -> violation.getPropertyPath().toString().equals(name))
                .map(ConstraintViolation::getMessage)
                .findFirst()
                .orElseThrow();
    }

    private static boolean aloneToo(RecordComponent component) {
        JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
        return format != null && Arrays.asList(format.with()).contains(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
    }
}
