package io.minutebook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The files an integrator takes are what the records say, and they are valid. */
class PublishedFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/minutebook/contract");
    /** What modules further on in the same build read. */
    private static final Path BUILT = Path.of("target/classes/io/minutebook/contract");

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final String REMEDY = """
            %s is not what the records say. Subscribers read by this file, so look at the difference first:
              a new optional field (@Nullable, or a list) or a new event breaks nobody: ./mvnw -pl common/contract test -Dgolden.update=true
              anything else (a field gone, renamed, required, of another type) breaks readers: keep the old field beside the new one,
              or raise the version in its @Event and announce it.""";
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    @TestFactory
    Stream<DynamicTest> each_file_says_what_the_records_say() throws IOException {
        Map<String, String> files = files();
        if (UPDATE) {
            write(files);
        }
        return files.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThat(FOLDER.resolve(file.getKey()))
                                .as(REMEDY, file.getKey())
                                .exists()
                                .content()
                                .isEqualTo(file.getValue())));
    }

    @Test
    void no_file_is_left_of_an_event_that_is_gone() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER.resolve("schemas"))) {
            assertThat(found.map(path -> "schemas/" + path.getFileName()))
                    .as("a published event is never taken out: subscribers read the topics from the beginning")
                    .allMatch(files().keySet()::contains);
        }
    }

    @TestFactory
    Stream<DynamicTest> each_schema_is_valid() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema meta = registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        return Catalogue.types().stream()
                .map(type -> DynamicTest.dynamicTest(
                        type.type(),
                        () -> assertThat(meta.validate(resource("schemas/" + type.type() + ".json"), InputFormat.JSON))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> each_example_is_such_as_its_schema_asks_for() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return CompiledEvents.all().stream()
                .map(type -> DynamicTest.dynamicTest(type.type(), () -> {
                    Map<String, Object> json = new EventSchema(type).json();
                    Schema schema = registry.getSchema(text(json), InputFormat.JSON);
                    assertThat(schema.validate(text(Example.of(json)), InputFormat.JSON))
                            .isEmpty();
                    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
                }));
    }

    @Test
    void the_asyncapi_document_stands_alone() throws IOException {
        assertThat(JSON.readTree(resource("asyncapi.json")).findValuesAsString("$ref"))
                .isNotEmpty()
                .allMatch(ref -> ref.startsWith("#/"));
    }

    @Test
    void the_asyncapi_document_is_valid() throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(Path.of("src/test/resources/asyncapi-3.0.0.json")), InputFormat.JSON);

        assertThat(meta.validate(resource("asyncapi.json"), InputFormat.JSON)).isEmpty();
        assertThat(meta.validate(resource("asyncapi.json").replace("\"send\"", "\"shout\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        List<Catalogue.EventType> types = CompiledEvents.all();
        files.put(
                "events.txt",
                types.stream().map(type -> type.record().getSimpleName() + "\n").collect(Collectors.joining()));
        types.forEach(type -> files.put("schemas/" + type.type() + ".json", text(new EventSchema(type).json())));
        files.put("asyncapi.json", text(AsyncApi.json(types)));
        return files;
    }

    private static void write(Map<String, String> files) throws IOException {
        for (Path folder : List.of(FOLDER, BUILT)) {
            Files.createDirectories(folder.resolve("schemas"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    private static String text(Object json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static String resource(String name) throws IOException {
        return Files.readString(FOLDER.resolve(Objects.requireNonNull(name)));
    }
}
