package io.minutebook.platform.input;

import jakarta.validation.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/** How faults are named and worded. */
public final class FaultMessages {
    private static final int LONGEST = 200;

    private FaultMessages() {}

    static String join(String path, String name) {
        String joined = path.isEmpty() ? name : path + "." + name;
        return joined.length() > LONGEST ? joined.substring(0, LONGEST) + "…" : joined;
    }

    /** A constraint's path without the words for what a container holds. */
    public static String plain(Path path) {
        return path.toString().replaceAll("\\.?<[^>]*>", "");
    }

    static String path(List<JacksonException.Reference> references) {
        String path = references.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        String plain = path.startsWith(".") ? path.substring(1) : path;
        return plain.isEmpty() ? "body" : join("", plain);
    }

    /** Why a text cannot be kept as it is, wherever it stands; null when it can. */
    static @Nullable String unfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return "must not contain the character NUL";
            }
            if (Character.isSurrogate(unit)) {
                boolean pair = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return "must not contain half of a surrogate pair";
                }
                i++;
            }
        }
        return null;
    }

    static String mustBe(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return "must be text";
        }
        if (raw == Instant.class || raw == OffsetDateTime.class) {
            return "must be a time in ISO 8601 with offset, such as 2026-03-01T09:30:00+08:00";
        }
        if (raw == LocalDate.class) {
            return "must be a date, such as 2026-03-01";
        }
        if (raw == LocalTime.class) {
            return "must be a time of day, such as 09:30";
        }
        if (raw == UUID.class) {
            return "must be a UUID";
        }
        if (raw.isEnum()) {
            return "must be one of "
                    + Arrays.stream(raw.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "must be true or false";
        }
        if (List.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class)
                .contains(raw)) {
            return "must be a whole number";
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return "must be a number";
        }
        return "is not of the right form";
    }
}
