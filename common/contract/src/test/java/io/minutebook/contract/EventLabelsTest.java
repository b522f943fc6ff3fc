package io.minutebook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever of an event can be shown has a label in both languages, and no label is without what it is for. */
class EventLabelsTest {
    private static final String REMEDY =
            "labels.properties has, for each of them, one line that ends in .en and one in .zh, and nothing else";

    @Test
    void every_event_has_a_label() {
        labelled(
                "event.",
                CompiledEvents.all().stream().map(Catalogue.EventType::type).toList());
    }

    @Test
    void every_field_that_is_shown_has_a_label() {
        labelled("field.", shown().map(EventField::name).toList());
    }

    @Test
    void every_word_that_a_field_can_hold_has_a_label() {
        Set<String> words = new TreeSet<>();
        Stream.concat(shown(), Catalogue.of(ClockWithdrawn.class).fields().stream())
                .forEach(field -> words.addAll(words(field)));
        labelled("value.", words);
    }

    @Test
    void every_clock_and_every_status_has_a_label() {
        labelled("clock.", ClockNames.ALL);
        labelled(
                "status.",
                Arrays.stream(CaseStatus.values()).map(CaseStatus::name).toList());
    }

    @Test
    void there_is_no_other_family() {
        assertThat(EventLabels.all().stringPropertyNames())
                .allMatch(key -> Stream.of("event.", "field.", "value.", "clock.", "status.")
                        .anyMatch(key::startsWith));
    }

    @Test
    void a_label_is_found_in_the_readers_language_and_an_unknown_word_is_shown_as_it_is() {
        assertThat(EventLabels.in(Locale.SIMPLIFIED_CHINESE).event("FaultCleared"))
                .isEqualTo("销障");
        assertThat(EventLabels.in(Locale.UK).event("FaultCleared")).isEqualTo("Fault cleared");
        assertThat(EventLabels.in(Locale.FRANCE).status(CaseStatus.CLEARED)).isEqualTo("Cleared");
        assertThat(EventLabels.in(Locale.UK).value("a word of tomorrow")).isEqualTo("a word of tomorrow");
    }

    private static void labelled(String family, Collection<String> names) {
        Set<String> wanted = new TreeSet<>();
        names.forEach(name -> wanted.addAll(List.of(family + name + ".en", family + name + ".zh")));
        Set<String> there = new TreeSet<>(EventLabels.all().stringPropertyNames());
        there.removeIf(key -> !key.startsWith(family));
        assertThat(without(wanted, there))
                .as("labels that are missing in labels.properties")
                .isEmpty();
        assertThat(without(there, wanted))
                .as("labels of nothing that can be shown")
                .isEmpty();
        assertThat(wanted).allMatch(key -> !EventLabels.all().getProperty(key).isBlank());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** A clock's events have rows of their own, without fields. The fields of a map are shown under the names that the source gave them. */
    private static Stream<EventField> shown() {
        return CompiledEvents.all().stream()
                .filter(type -> !OnClock.class.isAssignableFrom(type.record()))
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.onTimeline() && field.kind() != FieldKind.ATTRIBUTES);
    }

    private static Set<String> words(EventField field) {
        if (field.kind() == FieldKind.FLAG) {
            return Set.of("true", "false");
        }
        Choice choice = field.component().getAnnotation(Choice.class);
        if (choice != null) {
            return Set.of(choice.value());
        }
        return field.component().getType().isEnum()
                ? Arrays.stream(field.component().getType().getEnumConstants())
                        .map(Object::toString)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
