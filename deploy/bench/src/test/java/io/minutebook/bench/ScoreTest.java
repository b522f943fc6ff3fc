package io.minutebook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.bench.Figure.Better;
import io.minutebook.bench.Score.Round;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void the_ratio_is_the_median_of_the_rounds_ratios() {
        var score = score(Better.HIGHER, new Round(10, 10), new Round(30, 10), new Round(20, 10));

        assertThat(score.ratio()).isEqualTo(2);
        assertThat(score.ours()).isEqualTo(20);
        assertThat(score.raw()).isEqualTo(10);
    }

    @Test
    void an_even_number_of_rounds_has_its_median_between_the_middle_two() {
        assertThat(score(Better.HIGHER, new Round(1, 1), new Round(2, 1), new Round(4, 1), new Round(9, 1))
                        .ratio())
                .isEqualTo(3);
    }

    @Test
    void the_worst_round_is_the_lowest_where_higher_is_better_and_the_highest_where_lower_is() {
        var rounds = new Round[] {new Round(1, 1), new Round(2, 1), new Round(9, 1)};

        assertThat(score(Better.HIGHER, rounds).worst()).isEqualTo(1);
        assertThat(score(Better.LOWER, rounds).worst()).isEqualTo(9);
    }

    @Test
    void a_figure_is_reached_by_its_median_on_the_right_side() {
        var rounds = new Round[] {new Round(1, 1), new Round(2, 1), new Round(9, 1)};

        assertThat(score(Better.HIGHER, rounds).reached()).isTrue();
        assertThat(score(Better.LOWER, rounds).reached()).isTrue();
        assertThat(score(Better.HIGHER, new Round(1, 1)).reached()).isFalse();
        assertThat(score(Better.LOWER, new Round(3, 1)).reached()).isFalse();
    }

    private static Score score(Better better, Round... rounds) {
        var figure = new Figure("speed", "things/s", "raw things", better, 2, 3, stage -> {
            throw new IllegalStateException("not played here");
        });
        return new Score(figure, List.of(rounds), Map.of());
    }
}
