package io.minutebook.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void every_record_of_a_published_fact_stands_in_the_registry() throws IOException, ClassNotFoundException {
        List<Class<?>> published = new ArrayList<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/minutebook/contract"))) {
            for (Path source : sources.sorted().toList()) {
                String name = source.getFileName().toString().replace(".java", "");
                Class<?> found =
                        name.equals("package-info") ? Object.class : Class.forName("io.minutebook.contract." + name);
                if (found.isRecord() && PublishedEvent.class.isAssignableFrom(found)) {
                    published.add(found);
                }
            }
        }

        assertThat(Catalogue.types()).extracting(type -> (Object) type.record()).hasSameElementsAs(published);
    }

    @Test
    void an_event_is_known_by_its_name_and_its_topics() {
        PromiseKept kept = new PromiseKept("case", "number", "promise", null);

        assertThat(Catalogue.typeOf(kept)).isEqualTo("PromiseKept");
        assertThat(Catalogue.topicsOf(PromiseKept.class)).containsExactly(Topics.INTAKE_CASES);
        assertThat(Catalogue.dataVersion(PromiseKept.class)).isEqualTo(1);
        assertThat(Catalogue.named("NeverHappened")).isEmpty();
        assertThat(Catalogue.carriedBy(Topics.ESCALATION_CASES))
                .extracting(Catalogue.EventType::type)
                .contains("Resolved", "CaseReopened", "ClockBreached")
                .doesNotContain("CaseRegistered");
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_required_field_must_be_there_and_an_absent_list_is_empty() {
        assertThatThrownBy(() -> new ProgressReported("case", "number", "site", null, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("note is required");
        assertThatThrownBy(() -> new ProgressReported("case", "number", "site", "note", 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ClockMet("case", "reply", 1, NOON, null).restsOn()).isEmpty();
        assertThat(new ClockMet("case", "reply", 1, NOON, List.of(new UUID(0, 1))).restsOn())
                .containsExactly(new UUID(0, 1));
    }
}
