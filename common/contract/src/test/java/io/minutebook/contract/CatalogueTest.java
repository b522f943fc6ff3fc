package io.minutebook.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    private static final CaseHeader ON = new CaseHeader("case", "number", "site", 1);

    @Test
    void every_event_of_a_case_begins_with_its_header_and_states_what_it_does_to_the_status() {
        assertThat(CompiledEvents.all())
                .filteredOn(type -> OnCase.class.isAssignableFrom(type.record()))
                .isNotEmpty()
                .allSatisfy(type -> {
                    RecordComponent first = type.record().getRecordComponents()[0];
                    assertThat(first.getName())
                            .as("%s begins with CaseHeader on", type.type())
                            .isEqualTo("on");
                    assertThat(type.record().getAnnotation(Status.class))
                            .as("%s: write @Status(…), or @Status where the case stays as it is", type.type())
                            .isNotNull();
                });
    }

    @Test
    void a_record_within_an_event_is_written_flat_but_for_how_a_clock_stands() {
        assertThat(CompiledEvents.all())
                .flatExtracting(type -> Arrays.asList(type.record().getRecordComponents()))
                .filteredOn(component -> component.getType().isRecord() && component.getType() != ClockVerdict.class)
                .isNotEmpty()
                .allMatch(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class));
    }

    @Test
    void no_two_fields_of_an_event_have_the_same_name() {
        assertThat(CompiledEvents.all())
                .allSatisfy(type -> assertThat(type.fields())
                        .extracting(EventField::name)
                        .as(type.type())
                        .doesNotHaveDuplicates());
    }

    @Test
    void a_record_without_its_annotation_is_no_event() {
        assertThatThrownBy(() -> Catalogue.describe(CaseHeader.class)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_fields_of_an_event_are_flat_and_know_whether_the_timeline_shows_them() {
        assertThat(Catalogue.of(CaseRegistered.class).fields())
                .filteredOn(EventField::onTimeline)
                .extracting(EventField::name)
                .containsExactly(
                        "channel",
                        "type",
                        "priority",
                        "owner",
                        "productModel",
                        "symptom",
                        "startedAt",
                        "frequency",
                        "actionsTried");
        assertThat(Catalogue.of(FaultDispatched.class).fields())
                .filteredOn(EventField::onTimeline)
                .extracting(EventField::name)
                .containsExactly("steps", "note", "project", "engineer", "mode", "reason");
        assertThat(Catalogue.of(CaseRegistered.class).fields())
                .filteredOn(EventField::personal)
                .extracting(EventField::name)
                .containsExactly("customerName", "customerPhone", "customerEmail", "productSerialNumber");
    }

    @Test
    void an_event_is_known_by_its_name_and_its_topics() {
        PromiseKept kept = new PromiseKept(ON, "promise", null);

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
        assertThatThrownBy(() -> new ProgressReported(ON, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("note is required");
        assertThatThrownBy(() -> new CaseHeader("case", "number", "site", 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ClockMet(ID, "case", "reply", 1, NOON, ID, 0, null).restsOn())
                .isEmpty();
        assertThat(new ClockMet(ID, "case", "reply", 1, NOON, ID, 0, List.of(ID)).restsOn())
                .containsExactly(ID);
    }
}
