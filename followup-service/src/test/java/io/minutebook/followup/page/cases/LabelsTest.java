package io.minutebook.followup.page.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.Catalogue;
import io.minutebook.contract.OnClock;
import io.minutebook.followup.record.ClockRun;
import io.minutebook.testing.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a page can show has a label in both languages, and no label is without what it is for. */
class LabelsTest {
    /** Families of keys whose last part is made up at run time; each has a test below. */
    private static final List<String> FAMILIES = List.of("row.", "verdict.", "chip.", "source.");

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
    void every_clock_event_that_has_a_row_has_a_text() {
        assertThat(ledger.family("row."))
                .containsExactlyInAnyOrderElementsOf(clockEvents()
                        .filter(event -> !TimelineLayout.TOLD_BY_CHIPS.contains(event))
                        .toList());
    }

    @Test
    void every_verdict_and_source_has_a_label() {
        assertThat(ledger.family("verdict.")).containsExactlyInAnyOrderElementsOf(words(ClockRun.State.class));
        assertThat(ledger.family("chip.")).containsExactlyInAnyOrder("started", "met", "broken", "broken-on-record");
        assertThat(ledger.family("source.")).containsExactlyInAnyOrder("call", "intake", "escalation", "followup");
    }

    private static Stream<String> clockEvents() {
        return Catalogue.types().stream()
                .filter(type -> OnClock.class.isAssignableFrom(type.record()))
                .map(Catalogue.EventType::type);
    }

    private static Set<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    }
}
