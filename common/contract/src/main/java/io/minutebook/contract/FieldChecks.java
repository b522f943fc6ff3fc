package io.minutebook.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every record asks of its fields. */
final class FieldChecks {
    private FieldChecks() {}

    static void present(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is required");
        }
    }

    static void atLeastOne(int value, String field) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " is required, 1 or more");
        }
    }

    /** An absent list is an empty one, so that a list may be added to a record without a new version. */
    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Keeps the order. */
    static Map<String, String> map(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
