package io.minutebook.cli.history;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.Failure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a mapping file; whatever it cannot mean is refused with the key's name. */
final class MappingReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> KEYS = keys(
            "format",
            "source",
            "separator",
            "encoding",
            "case",
            "activity",
            "time",
            "order",
            "empty",
            "attributes",
            "steps");
    private static final Set<String> TIME_KEYS = Set.of("column", "pattern", "zone");

    private final Path file;

    private MappingReader(Path file) {
        this.file = file;
    }

    static Mapping read(Path file) {
        MappingReader reader = new MappingReader(file);
        try {
            return reader.mapping(YAML.readTree(Files.readString(file)));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Failure(
                    text(
                            "mapping-not-yaml",
                            file,
                            line,
                            e.getOriginalMessage().lines().findFirst().orElse("")),
                    e);
        } catch (IOException e) {
            throw new Failure(text("file-not-readable", file), e);
        }
    }

    private Mapping mapping(JsonNode root) {
        if (!root.isObject()) {
            throw new Failure(text("mapping-empty", file));
        }
        refuseUnknown(root, "", KEYS);
        String attributes = root.path("attributes").isString() ? word(root, "attributes") : null;
        if (attributes != null && !attributes.equals("*")) {
            throw bad("attributes", text("mapping-attributes"));
        }
        return new Mapping(
                format(needed(root, "format")),
                word(root, "source"),
                separator(root),
                encoding(root),
                needed(root, "case"),
                activity(root),
                time(root.path("time")),
                words(root, "order", List.of()),
                fields(root),
                new LinkedHashSet<>(words(root, "empty", List.of(""))),
                root.path("attributes").isArray() ? words(root, "attributes", List.of()) : everyColumn(root),
                steps(root.path("steps")));
    }

    private static Mapping.Format format(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "csv" -> Mapping.Format.CSV;
            case "xes" -> Mapping.Format.XES;
            default -> throw bad("format", text("mapping-format", word));
        };
    }

    private static char separator(JsonNode root) {
        String word = word(root, "separator");
        if (word == null) {
            return ',';
        }
        if (word.length() != 1 || "\"\r\n".contains(word)) {
            throw bad("separator", text("mapping-separator"));
        }
        return word.charAt(0);
    }

    private static Charset encoding(JsonNode root) {
        String word = word(root, "encoding");
        try {
            return Charset.forName(word == null ? "UTF-8" : word);
        } catch (IllegalArgumentException e) {
            throw bad("encoding", text("mapping-encoding", String.valueOf(word)));
        }
    }

    private static List<String> activity(JsonNode root) {
        List<String> columns = root.path("activity").isArray()
                ? words(root, "activity", List.of())
                : List.of(needed(root, "activity"));
        if (columns.isEmpty()) {
            throw bad("activity", text("mapping-needed"));
        }
        return columns;
    }

    private static SourceTime time(JsonNode time) {
        if (!time.isObject()) {
            throw bad("time", text("mapping-time"));
        }
        refuseUnknown(time, "time.", TIME_KEYS);
        String column = word(time, "column");
        String pattern = word(time, "pattern");
        if (column == null) {
            throw bad("time.column", text("mapping-needed"));
        }
        if (pattern == null) {
            throw bad("time.pattern", text("mapping-needed"));
        }
        ZoneId zone = zone(word(time, "zone"));
        if (zone == null
                && !pattern.equals(SourceTime.ISO)
                && !pattern.replaceAll("'[^']*'", "").matches(".*[XxZOzV].*")) {
            throw bad("time.zone", text("mapping-zone-needed", pattern));
        }
        try {
            return new SourceTime(column, pattern, zone);
        } catch (IllegalArgumentException e) {
            throw bad("time.pattern", text("mapping-pattern", pattern, String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable ZoneId zone(@Nullable String word) {
        try {
            return word == null ? null : ZoneId.of(word);
        } catch (DateTimeException e) {
            throw bad("time.zone", text("mapping-zone", String.valueOf(word)));
        }
    }

    private static Map<Mapping.Field, String> fields(JsonNode root) {
        Map<Mapping.Field, String> fields = new EnumMap<>(Mapping.Field.class);
        for (Mapping.Field field : Mapping.Field.values()) {
            String column = word(root, field.key());
            if (column != null) {
                fields.put(field, column);
            }
        }
        return fields;
    }

    private static @Nullable List<String> everyColumn(JsonNode root) {
        if (!root.path("attributes").isString() && root.has("attributes")) {
            throw bad("attributes", text("mapping-attributes"));
        }
        return root.has("attributes") ? null : List.of();
    }

    private static Map<String, String> steps(JsonNode steps) {
        if (!steps.isMissingNode() && !steps.isNull() && !steps.isObject()) {
            throw bad("steps", text("mapping-steps"));
        }
        Map<String, String> read = new LinkedHashMap<>();
        steps.properties().forEach(step -> {
            String key = "steps." + step.getKey();
            String word = step.getValue().isString() ? step.getValue().stringValue() : "";
            if (!word.matches("[A-Z][A-Za-z0-9]*")) {
                throw bad(key, text("mapping-step"));
            }
            read.put(step.getKey(), word);
        });
        return read;
    }

    private static String needed(JsonNode node, String key) {
        String word = word(node, key);
        if (word == null) {
            throw bad(key, text("mapping-needed"));
        }
        return word;
    }

    private static @Nullable String word(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode() || value.asString().isEmpty()) {
            throw bad(key, text("mapping-word"));
        }
        return value.asString();
    }

    private static List<String> words(JsonNode node, String key, List<String> otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        Stream<JsonNode> items = value.isArray() ? value.valueStream() : Stream.of(value);
        return items.map(item -> {
                    if (!item.isValueNode()) {
                        throw bad(key, text("mapping-words"));
                    }
                    return item.isNull() ? "" : item.asString();
                })
                .toList();
    }

    private static void refuseUnknown(JsonNode node, String prefix, Set<String> known) {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw bad(prefix + key, text("mapping-unknown", String.join(", ", known)));
            }
        }
    }

    private static Set<String> keys(String... keys) {
        Set<String> all = new LinkedHashSet<>(List.of(keys));
        for (Mapping.Field field : Mapping.Field.values()) {
            all.add(field.key());
        }
        return all;
    }

    private static Failure bad(String key, String why) {
        return new Failure(text("mapping-bad", key, why));
    }
}
