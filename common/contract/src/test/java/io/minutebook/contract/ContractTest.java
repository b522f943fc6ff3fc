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

class ContractTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void every_record_of_a_published_fact_stands_in_the_registry() throws IOException, ClassNotFoundException {
        List<Class<?>> published = new ArrayList<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/minutebook/contract"))) {
            for (Path source : sources.sorted().toList()) {
                String name = source.getFileName().toString().replace(".java", "");
                Class<?> found =
                        name.equals("package-info") ? Object.class : Class.forName("io.minutebook.contract." + name);
                if (found.isRecord() && Published.class.isAssignableFrom(found)) {
                    published.add(found);
                }
            }
        }

        assertThat(Contract.types()).extracting(type -> (Object) type.record()).hasSameElementsAs(published);
    }

    @Test
    void an_event_is_known_by_its_name_and_its_topics() {
        PromiseKept kept = new PromiseKept("case", "number", "promise", null);

        assertThat(Contract.typeOf(kept)).isEqualTo("PromiseKept");
        assertThat(Contract.topicsOf(PromiseKept.class)).containsExactly(Topics.INTAKE_CASES);
        assertThat(Contract.dataVersion(PromiseKept.class)).isEqualTo(1);
        assertThat(Contract.named("NeverHappened")).isEmpty();
        assertThat(Contract.carriedBy(Topics.ESCALATION_CASES))
                .extracting(Contract.EventType::type)
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
