package io.minutebook.testing;

import static io.minutebook.testing.EventJson.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.Catalogue;
import io.minutebook.contract.PublishedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every published event, as old subscribers and old records know it. */
class PublishedEventsGoldenTest {
    private static final String BREAKS = """
        This change breaks subscribers or records already published. Keep the old field and add an optional one beside it (@Nullable, or a \
        list); where that cannot be, raise the version in the record's @Event and teach readers both.\
        """;

    @TestFactory
    Stream<DynamicTest> today_s_record_reads_the_old_event_and_writes_it_as_before() {
        return Catalogue.types().stream()
                .map(type -> DynamicTest.dynamicTest(
                        type.type(),
                        () -> EventJson.check(
                                file(type),
                                JSON.valueToTree(Samples.full(type.record())),
                                old -> JSON.valueToTree(JSON.treeToValue(old, type.record())),
                                BREAKS)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_written_fits_its_schema_in_full_and_with_nothing_optional() {
        return Catalogue.types().stream()
                .map(type -> DynamicTest.dynamicTest(type.type(), () -> {
                    PublishedEvent sparse = Samples.sparse(type.record());
                    assertThat(faults(type, Samples.full(type.record()))).isEmpty();
                    assertThat(faults(type, sparse)).isEmpty();
                    assertThat(PublishedSchemas.faults(
                                    type.type(), JsonMapper.shared().writeValueAsString(sparse)))
                            .as("with its nulls written out")
                            .isEmpty();
                    assertThat(JSON.readValue(JSON.writeValueAsString(sparse), type.record()))
                            .isEqualTo(sparse);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_reader_of_today_tolerates_what_later_versions_add() {
        return Catalogue.types().stream()
                .map(type -> DynamicTest.dynamicTest(type.type(), () -> {
                    PublishedEvent today = Samples.full(type.record());
                    ObjectNode later = JSON.valueToTree(today);
                    later.put("addedLater", "…");

                    assertThat(JSON.treeToValue(later, type.record())).isEqualTo(today);
                    assertThat(PublishedSchemas.faults(type.type(), later.toString()))
                            .isEmpty();
                }));
    }

    @Test
    void every_file_is_of_an_event_that_is_published() throws IOException {
        List<String> events =
                Catalogue.types().stream().map(Catalogue.EventType::type).toList();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/published"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("published events keep their name; topics and subscribers hold events under the old one")
                    .allMatch(file -> events.contains(file.replaceFirst("\\.v\\d+\\.json$", "")));
        }
    }

    @Test
    void a_value_that_does_not_fit_is_found() {
        assertThat(PublishedSchemas.faults(
                        "CaseReopened", "{\"caseId\":\"c\",\"caseNumber\":\"n\",\"site\":\"s\",\"cycle\":\"two\"}"))
                .hasSize(1);
    }

    private static List<String> faults(Catalogue.EventType type, PublishedEvent event) {
        JsonNode json = JSON.valueToTree(event);
        return PublishedSchemas.faults(type.type(), json.toString());
    }

    private static String file(Catalogue.EventType type) {
        return "published/" + type.type() + ".v" + type.version() + ".json";
    }
}
