package io.minutebook.cli.history;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.Failure;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies a mapping to one source row after another. */
final class RowReader {
    /**
     * @param row without its place in the case, which only the whole file tells
     * @param order the values of the mapping's order columns
     */
    record Taken(ImportedRow row, Instant time, SourceTime.Shift shift, List<String> order) {}

    private final Mapping mapping;
    private final Collection<String> kept;

    /** @throws Failure when the mapping names a column that the log does not have */
    RowReader(Mapping mapping, Set<String> columns) {
        this.mapping = mapping;
        named(mapping)
                .forEach((key, names) -> names.forEach(name -> {
                    if (!columns.contains(name)) {
                        throw new Failure(text("mapping-no-column", key, name, String.join(", ", columns)));
                    }
                }));
        this.kept = kept(mapping, columns);
    }

    /** @throws RowRefused when the row has no case, activity or readable time */
    Taken read(SourceRow source) {
        if (source.fault() != null) {
            throw new RowRefused(source.fault());
        }
        Map<String, String> values = source.values();
        String caseKey = needed(values, mapping.caseKey());
        String activity = activity(values);
        SourceTime.Read time = mapping.time().read(needed(values, mapping.time().column()));
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : kept) {
            String value = value(values, name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        ImportedRow row = new ImportedRow(
                caseKey,
                activity,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.time()),
                0,
                0,
                0,
                field(values, Mapping.Field.RESOURCE),
                field(values, Mapping.Field.GROUP),
                field(values, Mapping.Field.LEVEL),
                field(values, Mapping.Field.PRIORITY),
                field(values, Mapping.Field.SITE),
                field(values, Mapping.Field.PRODUCT),
                mapping.steps().get(activity),
                attributes);
        List<String> order = mapping.order().stream()
                .map(column -> values.getOrDefault(column, ""))
                .toList();
        return new Taken(row, time.time().toInstant(), time.shift(), order);
    }

    private String activity(Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        for (String column : mapping.activity()) {
            String part = value(values, column);
            if (part != null) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw new RowRefused(text("row-lacks", String.join("/", mapping.activity())));
        }
        return String.join("/", parts);
    }

    private String needed(Map<String, String> values, String column) {
        String value = value(values, column);
        if (value == null) {
            throw new RowRefused(text("row-lacks", column));
        }
        return value;
    }

    private @Nullable String field(Map<String, String> values, Mapping.Field field) {
        String column = mapping.fields().get(field);
        return column == null ? null : value(values, column);
    }

    private @Nullable String value(Map<String, String> values, String column) {
        String value = values.get(column);
        return value == null || mapping.empty().contains(value.strip()) ? null : value;
    }

    private static Collection<String> kept(Mapping mapping, Set<String> columns) {
        if (mapping.attributes() != null) {
            return mapping.attributes();
        }
        Set<String> rest = new LinkedHashSet<>(columns);
        rest.remove(mapping.caseKey());
        rest.remove(mapping.time().column());
        rest.removeAll(mapping.fields().values());
        if (mapping.activity().size() == 1) {
            rest.remove(mapping.activity().getFirst());
        }
        return rest;
    }

    private static Map<String, Collection<String>> named(Mapping mapping) {
        Map<String, Collection<String>> named = new LinkedHashMap<>();
        named.put("case", List.of(mapping.caseKey()));
        named.put("activity", mapping.activity());
        named.put("time.column", List.of(mapping.time().column()));
        named.put("order", mapping.order());
        mapping.fields().forEach((field, column) -> named.put(field.key(), List.of(column)));
        named.put("attributes", mapping.attributes() == null ? List.of() : mapping.attributes());
        return named;
    }
}
