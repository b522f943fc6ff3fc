package io.minutebook.knowledge.view.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassagesTest {
    @Test
    void each_block_is_a_passage_under_its_heading_without_markup() {
        assertThat(Passages.of("Intro *here*.\n\n# Steps\n\n1. Pull the `plug`\n2. Wait\n\nDone, [see](http://x)."))
                .containsExactly(
                        "Intro here.", "Steps\n1. Pull the \"plug\"\n2. Wait", "Steps\nDone, \"see\" (http://x).");
    }

    @Test
    void a_long_block_is_cut_after_a_sentence_and_nothing_of_it_is_lost() {
        String text = "这是一个很长的段落，里面有许多句子。".repeat(60);

        assertThat(Passages.of(text))
                .hasSizeGreaterThan(2)
                .allMatch(passage -> passage.endsWith("。") && passage.length() <= 400);
        assertThat(String.join("", Passages.of(text))).isEqualTo(text);
    }

    @Test
    void a_character_of_two_halves_is_never_cut() {
        String text = "😀".repeat(700);

        assertThat(String.join("", Passages.of(text))).isEqualTo(text);
        assertThat(Passages.of(text)).allMatch(passage -> passage.length() % 2 == 0);
    }

    @Test
    void text_that_is_only_markup_is_its_own_passage() {
        assertThat(Passages.of("[x]: http://y")).containsExactly("[x]: http://y");
        assertThat(Passages.of("# Only a heading")).containsExactly("# Only a heading");
    }
}
