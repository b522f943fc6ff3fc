package io.minutebook.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.ClockNames;
import io.minutebook.testing.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever the shell and its components can show has a label in both languages, and no label is without what it is for. */
class LabelsTest {
    private static final Set<String> STATUSES = Set.of("400", "401", "403", "404", "409", "500", "503");
    private final Labels labels = Labels.of("messages/platform", "");

    @Test
    void every_text_stands_in_both_languages() {
        assertThat(labels.inOneLanguage()).isEmpty();
    }

    @Test
    void every_text_is_used_and_every_text_that_is_used_is_there() {
        // the navigation is named in platform.yaml
        assertThat(labels.unused(List.of("clock.", "form.problem.", "nav.", "problem.", "shell.theme.")))
                .isEmpty();
        assertThat(labels.missing()).isEmpty();
    }

    @Test
    void every_clock_and_every_state_of_its_bar_has_a_label() {
        Set<String> clocks = new TreeSet<>(ClockNames.ALL);
        clocks.addAll(Set.of("of", "left", "over"));
        Arrays.stream(ClockBar.State.values())
                .forEach(state -> clocks.add("state." + state.name().toLowerCase(Locale.ROOT)));
        assertThat(labels.family("clock.")).containsExactlyInAnyOrderElementsOf(clocks);
    }

    @Test
    void every_status_of_the_error_page_has_a_title_and_a_text() {
        Set<String> problems = new TreeSet<>(Set.of("home", "somebody-else"));
        STATUSES.forEach(status -> problems.addAll(Set.of(status + ".title", status + ".text")));
        problems.remove("409.text");
        assertThat(labels.family("problem."))
                .as("a 409 says by itself why not")
                .containsExactlyInAnyOrderElementsOf(problems);
    }

    @Test
    void every_theme_has_a_label() {
        assertThat(labels.family("shell.theme.")).containsExactlyInAnyOrder("light", "dark", "auto");
    }
}
