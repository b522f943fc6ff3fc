package io.minutebook.followup.view.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.Catalogue;
import io.minutebook.contract.ClockNames;
import io.minutebook.contract.OnClock;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.testing.Labels;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a page can show has a label in both languages, and no label is without what it is for. */
class LabelsTest {
    /** The topics the ledger reads. */
    private static final Set<String> TOPICS =
            Set.of(Topics.INTAKE_CALLS, Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES);
    /** Families of keys whose last part is made up at run time; each has a test below. */
    private static final List<String> FAMILIES = List.of(
            "event.",
            "row.",
            "field.",
            "value.",
            "status.",
            "reason.",
            "clock.",
            "step.",
            "verdict.",
            "chip.",
            "source.");
    /**
     * Fields of the contract that are open text and yet have a fixed set of words today: channels, priorities and reasons of a suspension, as intake
     * and escalation define them, and how a survey goes out. A test of the standalone compares the first three with their enums.
     */
    private static final Set<String> OPEN_WORDS = Set.of(
            "phone",
            "chat",
            "web",
            "email",
            "sms",
            "on-site",
            "other",
            "low",
            "normal",
            "high",
            "urgent",
            "CUSTOMER_ABSENT",
            "WAITING_FOR_PARTS",
            "WAITING_FOR_VENDOR",
            "CUSTOMER_REQUEST",
            "OTHER",
            "log");

    private final Labels ledger = Labels.of("messages/followup-ledger", "followup.ledger.");
    private final Labels survey = Labels.of("messages/followup", "");

    @Test
    void every_text_stands_in_both_languages() {
        assertThat(ledger.inOneLanguage()).isEmpty();
        assertThat(survey.inOneLanguage()).isEmpty();
    }

    @Test
    void every_text_is_used_and_every_text_that_is_used_is_there() {
        assertThat(ledger.unused(FAMILIES)).isEmpty();
        assertThat(ledger.missing()).isEmpty();
        assertThat(survey.unused(List.of(
                        "callback.phase.",
                        "callback.problem.",
                        "callback.fault.",
                        "callback.recorded",
                        "survey.fault.")))
                .isEmpty();
    }

    @Test
    void every_event_of_a_call_or_case_has_a_label() {
        assertThat(ledger.family("event.")).containsExactlyInAnyOrderElementsOf(names(events()));
    }

    @Test
    void every_clock_event_that_has_a_row_has_a_text() {
        assertThat(ledger.family("row."))
                .containsExactlyInAnyOrderElementsOf(names(noted().filter(OnClock.class::isAssignableFrom)).stream()
                        .filter(event -> !TimelineLayout.TOLD_BY_CHIPS.contains(event))
                        .toList());
    }

    @Test
    void every_field_that_is_shown_has_a_label() {
        assertThat(ledger.family("field."))
                .containsExactlyInAnyOrderElementsOf(
                        shown().map(RecordComponent::getName).collect(Collectors.toSet()));
    }

    @Test
    void every_word_that_a_shown_field_can_hold_has_a_label() {
        Set<String> words = new TreeSet<>(OPEN_WORDS);
        shown().map(RecordComponent::getType).forEach(type -> words.addAll(words(type)));
        assertThat(ledger.family("value.")).containsExactlyInAnyOrderElementsOf(words);
        assertThat(shown().filter(field -> field.getType().isEnum()))
                .as("a field that holds an enum is shown by its labels")
                .allMatch(
                        field -> EntryDetails.choice(field.getDeclaringRecord().getSimpleName(), field.getName()));
    }

    @Test
    void every_reason_for_withdrawing_a_clock_has_a_label() {
        assertThat(ledger.family("reason."))
                .containsExactlyInAnyOrder(
                        "reopened", "caller-hung-up", "handed-over", "call-ended", "cleared", "passed-to-vendor");
    }

    @Test
    void every_clock_has_a_label() {
        assertThat(ledger.family("clock.")).containsExactlyInAnyOrderElementsOf(ClockNames.ALL);
    }

    @Test
    void every_status_step_verdict_and_source_has_a_label() {
        assertThat(ledger.family("status.")).containsExactlyInAnyOrderElementsOf(words(CaseStatus.class));
        assertThat(ledger.family("step.")).containsExactlyInAnyOrderElementsOf(words(CaseStep.class));
        assertThat(ledger.family("verdict.")).containsExactlyInAnyOrderElementsOf(words(ClockRun.State.class));
        assertThat(ledger.family("chip.")).containsExactlyInAnyOrder("started", "met", "broken");
        assertThat(ledger.family("source.")).containsExactlyInAnyOrder("call", "intake", "escalation", "followup");
    }

    /** The records of the topics that the ledger reads. */
    private static Stream<Class<?>> noted() {
        return Catalogue.types().stream()
                .<Class<?>>map(Catalogue.EventType::record)
                .filter(event -> Catalogue.topicsOf(event.asSubclass(PublishedEvent.class)).stream()
                        .anyMatch(TOPICS::contains));
    }

    private static Stream<Class<?>> events() {
        return noted().filter(event -> !OnClock.class.isAssignableFrom(event));
    }

    /** The fields that stand as items under a row; those of a map stand under the names that the source gave them. */
    private static Stream<RecordComponent> shown() {
        return events().flatMap(event -> Arrays.stream(event.getRecordComponents())
                .filter(field -> !Map.class.isAssignableFrom(field.getType()))
                .filter(field -> EntryDetails.shown(event.getSimpleName(), field.getName())));
    }

    private static Set<String> names(Stream<Class<?>> records) {
        return records.map(Class::getSimpleName).collect(Collectors.toSet());
    }

    private static Set<String> words(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Set.of("true", "false");
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
