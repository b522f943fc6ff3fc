package io.minutebook.contract;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What kind of value a field of a published event holds, and so how it is shown. */
public enum FieldKind {
    /** What people wrote, or a name. */
    TEXT,
    /** A moment. */
    TIME,
    /** Yes or no. */
    FLAG,
    /** A whole number. */
    NUMBER,
    /** One of a few words, each with a label. */
    CHOICE,
    /** Several texts, in order. */
    TEXTS,
    /** Texts under names that the source gave them. */
    ATTRIBUTES,
    /** How a clock stands. */
    VERDICT;

    /** @throws IllegalStateException for a type that no kind is meant for */
    static FieldKind of(RecordComponent field) {
        Class<?> type = field.getType();
        if (type.isEnum() || field.isAnnotationPresent(Choice.class)) {
            return CHOICE;
        }
        if (type == String.class || type == UUID.class) {
            return TEXT;
        }
        if (type == Instant.class) {
            return TIME;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return NUMBER;
        }
        if (type == List.class) {
            return TEXTS;
        }
        if (type == Map.class) {
            return ATTRIBUTES;
        }
        if (type == ClockVerdict.class) {
            return VERDICT;
        }
        throw new IllegalStateException("a field of a published event has a kind; add one to FieldKind for " + field);
    }
}
