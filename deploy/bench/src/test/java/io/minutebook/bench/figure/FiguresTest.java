package io.minutebook.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.bench.Figure;
import io.minutebook.bench.Pace;
import io.minutebook.bench.stand.LogSize;
import io.minutebook.bench.stand.Stage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    private static final Pace TINY = new Pace("tiny", 1, 1, 0, 0, 32, 3_000, 1_000, 500);

    @TempDir
    private Path directory;

    @Test
    void both_sides_of_a_figure_do_something() throws Exception {
        try (var stage = new Stage(TINY, directory)) {
            for (var name : new String[] {"command-in-process", "relay-drain"}) {
                try (var contest = figure(name).opening().open(stage)) {
                    assertThat(contest.ours()).as(name).isPositive();
                    assertThat(contest.raw()).as(name).isPositive();
                }
            }
        }
    }

    @Test
    void a_log_grows_by_whole_lives_that_weigh_what_real_ones_do() throws Exception {
        try (var stage = new Stage(TINY, directory)) {
            var drain = Drain.of(stage);
            var before = LogSize.of(drain.service().database());

            long there = drain.clones().growTo(2 * before.events());

            var after = LogSize.of(drain.service().database());
            assertThat(there).isEqualTo(2 * before.events());
            assertThat(after.events()).isEqualTo(there);
            assertThat(after.payload()).isEqualTo(2 * before.payload());
        }
    }

    private static Figure figure(String name) {
        return Figures.all().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
