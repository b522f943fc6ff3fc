package io.minutebook.bench;

import io.minutebook.bench.stand.Stage;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;

/** Lets both sides of a figure go in turns: ours and raw, then raw and ours. */
record Referee(Stage stage, Consumer<String> says) {
    Score play(Figure figure) throws Exception {
        says.accept(figure.name() + ": getting ready");
        try (var contest = figure.opening().open(stage)) {
            var rounds = new ArrayList<Score.Round>();
            int wanted = contest.rounds(stage.pace());
            for (int round = 0; round < wanted; round++) {
                var result = round(contest, round % 2 == 0);
                rounds.add(result);
                says.accept(String.format(
                        Locale.ROOT,
                        "%s: round %d of %d: ours %.1f raw %.1f ratio %.3f",
                        figure.name(),
                        round + 1,
                        wanted,
                        result.ours(),
                        result.raw(),
                        result.ratio()));
            }
            says.accept(figure.name() + ": " + contest.notes());
            return new Score(figure, rounds, contest.notes());
        }
    }

    private static Score.Round round(Contest contest, boolean oursFirst) throws Exception {
        if (oursFirst) {
            double ours = contest.ours();
            return new Score.Round(ours, contest.raw());
        }
        double raw = contest.raw();
        return new Score.Round(contest.ours(), raw);
    }
}
