package io.minutebook.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records filled in by rule, the same in every run: for tests in which the values do not matter, only that each field has one. */
public final class Samples {
    private static final Instant MOMENT = Instant.parse("2026-03-03T01:02:03.456789Z");

    private Samples() {}

    /** A record with every field filled. */
    public static <T> T full(Class<T> record) {
        return record.cast(record(record, false));
    }

    /** A record with only what it requires: optional fields absent, lists empty. */
    public static <T> T sparse(Class<T> record) {
        return record.cast(record(record, true));
    }

    /** One event of each kind of a sealed family, a kind that carries another family once for each kind of that; events by hand come first. */
    static <E> List<E> family(Class<E> family, List<E> byHand) {
        List<E> events = new ArrayList<>(byHand);
        for (Class<?> kind : family.getPermittedSubclasses()) {
            if (byHand.stream().noneMatch(kind::isInstance)) {
                kinds(kind).forEach(event -> events.add(family.cast(event)));
            }
        }
        return events;
    }

    private static List<Object> kinds(Class<?> kind) {
        if (kind.isSealed()) {
            return Arrays.stream(kind.getPermittedSubclasses())
                    .flatMap(inner -> kinds(inner).stream())
                    .toList();
        }
        RecordComponent[] fields = kind.getRecordComponents();
        return fields.length == 1 && fields[0].getType().isSealed()
                ? kinds(fields[0].getType()).stream()
                        .map(inner -> construct(kind, fields, inner))
                        .toList()
                : List.of(record(kind, false));
    }

    private static Object record(Class<?> type, boolean sparse) {
        RecordComponent[] fields = type.getRecordComponents();
        return construct(
                type,
                fields,
                Arrays.stream(fields).map(field -> value(field, sparse)).toArray());
    }

    private static Object construct(Class<?> type, RecordComponent[] fields, @Nullable Object... values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(fields).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    type.getName() + " refuses a sample by rule, give one by hand: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(RecordComponent field, boolean sparse) {
        if (sparse && field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        return value(field.getGenericType(), field.getName(), sparse);
    }

    private static Object value(Type type, String name, boolean sparse) {
        if (type instanceof ParameterizedType generic) {
            return many(generic, name, sparse);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isRecord()) {
            return record(plain, sparse);
        }
        if (plain.isSealed()) {
            return value(plain.getPermittedSubclasses()[0], name, sparse);
        }
        return simple(plain, name);
    }

    private static Object many(ParameterizedType type, String name, boolean sparse) {
        Type[] of = type.getActualTypeArguments();
        return switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "List" -> sparse ? List.of() : List.of(value(of[0], name, false));
            case "Set" -> sparse ? Set.of() : Set.of(value(of[0], name, false));
            case "Map" -> sparse ? Map.of() : Map.of(value(of[0], name, false), value(of[1], name, false));
            case String other -> throw new IllegalArgumentException("no sample for a " + other);
        };
    }

    private static Object simple(Class<?> type, String name) {
        return switch (type.getSimpleName()) {
            case "String" -> name;
            case "boolean", "Boolean" -> true;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "double", "Double" -> 0.5d;
            case "BigDecimal" -> new BigDecimal("12.50");
            case "Instant" -> MOMENT;
            case "LocalDate" -> LocalDate.of(2026, 3, 3);
            case "Duration" -> Duration.ofMinutes(20);
            case "UUID" -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + (name.hashCode() & 0xFFFF));
            case String other -> throw new IllegalArgumentException("no sample for a " + other);
        };
    }
}
