package io.minutebook.testing;

import static io.minutebook.testing.EventJson.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * Holds every stored event of a family to a golden file {@code golden/stored/<name>.v<version>.json}: today's program reads what any earlier one
 * stored, and stores as the file says. Each file becomes a test, and a file of no family of the module fails.
 *
 * <pre>{@code
 * StoredEventsGolden.tests(
 *         StoredEventsGolden.of(CaseEvent.class, TYPES.versions(), e -> stored(TYPES.encode(e)), TYPES::decode));
 * }</pre>
 */
public final class StoredEventsGolden<E> {
    /** An event in its stored form. */
    public record Stored(String name, int version, byte[] json) {}

    /** Reads a stored event of any version. */
    public interface Reader<E> {
        E read(String name, int version, byte[] json);
    }

    private static final Path FOLDER = Path.of("src/test/resources/golden/stored");
    private static final Pattern FILE = Pattern.compile("(.+)\\.v(\\d+)\\.json");
    private static final String BREAKS = """
        The log is never rewritten, so old events must stay readable. A new field must be optional (@Nullable, or a list the record reads as \
        empty); for any other change raise the version in the record's @StoredAs, add an upcaster from the old version, and leave the old file.\
        """;

    private static final String UNKNOWN = """
        golden/stored holds files that no event family of this module knows: %s. A log may hold such events, and they can no longer be read. Was \
        the stored name changed? Give the record its old name in @StoredAs again: a record may be renamed, its stored name may not. Is the event \
        no longer written? Keep its record and its name, so that it stays readable. Is it the family that is missing here? Pass it to tests(…) \
        too. Delete a file only if no program that wrote it was ever released. A file is named <stored name>.v<version>.json.\
        """;

    private final Class<E> family;
    private final Map<String, Integer> versions;
    private final Function<E, Stored> write;
    private final Reader<E> reader;
    private final List<E> byHand = new ArrayList<>();

    private StoredEventsGolden(
            Class<E> family, Map<String, Integer> versions, Function<E, Stored> write, Reader<E> reader) {
        this.family = family;
        this.versions = Map.copyOf(versions);
        this.write = write;
        this.reader = reader;
    }

    /** @param versions every stored name of the family with the version written today */
    public static <E> StoredEventsGolden<E> of(
            Class<E> family, Map<String, Integer> versions, Function<E, Stored> write, Reader<E> reader) {
        return new StoredEventsGolden<>(family, versions, write, reader);
    }

    /** The tests of a module: every file of each of its families, and that there is no file besides. */
    public static Stream<DynamicTest> tests(StoredEventsGolden<?>... families) {
        Set<String> names = new TreeSet<>();
        for (StoredEventsGolden<?> family : families) {
            names.addAll(family.versions.keySet());
        }
        return Stream.concat(
                Arrays.stream(families).flatMap(StoredEventsGolden::ofFamily),
                Stream.of(dynamicTest("every file is of a known event", () -> known(names))));
    }

    private static void known(Set<String> names) {
        List<String> unknown = files().filter(file -> {
                    Matcher parts = FILE.matcher(file);
                    return !parts.matches() || !names.contains(parts.group(1));
                })
                .toList();
        if (!unknown.isEmpty()) {
            throw new AssertionError(UNKNOWN.formatted(unknown));
        }
    }

    /** An event to use where one filled in by rule will not do. */
    public StoredEventsGolden<E> sample(E event) {
        byHand.add(event);
        return this;
    }

    private Stream<DynamicTest> ofFamily() {
        Map<String, E> samples = new TreeMap<>();
        Samples.family(family, byHand)
                .forEach(event -> samples.put(write.apply(event).name(), event));
        Stream<DynamicTest> today = versions.keySet().stream()
                .sorted()
                .map(name -> dynamicTest(name, () -> {
                    E sample = samples.get(name);
                    if (sample == null) {
                        throw new AssertionError("no sample of " + name + " in " + samples.keySet());
                    }
                    current(write.apply(sample));
                }));
        return Stream.concat(today, old());
    }

    private void current(Stored stored) {
        JsonNode json = tree(stored);
        String file = "stored/" + stored.name() + ".v" + stored.version() + ".json";
        EventJson.check(
                file, json, old -> tree(write.apply(reader.read(stored.name(), stored.version(), bytes(old)))), BREAKS);
    }

    private Stream<DynamicTest> old() {
        return files().flatMap(file -> {
            Matcher parts = FILE.matcher(file);
            if (!parts.matches()) {
                return Stream.of();
            }
            String name = parts.group(1);
            int version = Integer.parseInt(parts.group(2));
            Integer today = versions.get(name);
            if (today == null || today == version) {
                return Stream.of();
            }
            return Stream.of(dynamicTest("old: " + file, () -> readable(name, version, file)));
        });
    }

    private void readable(String name, int version, String file) {
        JsonNode json = JSON.readTree(Golden.read("stored/" + file).orElseThrow());
        assertThatCode(() -> assertThat(reader.read(name, version, bytes(json))).isNotNull())
                .as("%s can no longer be read. %s", file, BREAKS)
                .doesNotThrowAnyException();
    }

    private static Stream<String> files() {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(Stored stored) {
        return JSON.readTree(stored.json());
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
