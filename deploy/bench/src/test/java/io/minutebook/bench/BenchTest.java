package io.minutebook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.bench.Figure.Better;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> turns = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void says_a_line_a_figure_and_writes_the_report() {
        assertThat(run("--only", "speed")).isZero();

        assertThat(out.toString().lines()).containsExactly("speed 2.000 20.000 10.000 things/s");
        var figure = report().path("figures").path(0);
        assertThat(figure.propertyNames()).containsExactly("name", "ratio", "worst", "ours", "raw", "unit");
        assertThat(figure.path("name").asString()).isEqualTo("speed");
        assertThat(figure.path("ratio").asDouble()).isEqualTo(2);
        assertThat(figure.path("worst").asDouble()).isEqualTo(2);
        assertThat(figure.path("unit").asString()).isEqualTo("things/s");
        assertThat(report().path("settings").path("pace").path("name").asString())
                .isEqualTo("whole");
        assertThat(report().path("settings").path("cores").asInt()).isPositive();
    }

    @Test
    void both_sides_take_turns_in_going_first() {
        run("--only", "speed");

        assertThat(turns).containsExactly("ours", "raw", "raw", "ours", "ours", "raw", "raw", "ours", "ours", "raw");
    }

    @Test
    void a_quick_run_says_so_and_has_fewer_rounds() {
        run("--quick", "--only", "speed");

        assertThat(turns).hasSize(2 * Pace.QUICK.rounds());
        assertThat(report().path("settings").path("pace").path("name").asString())
                .isEqualTo("quick");
    }

    @Test
    void refuses_an_unknown_name_in_one_line() {
        assertThat(run("--only", "speed,sped")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly("minutebook: no figure or proof sped; there are: speed, broken, firm, false");
    }

    @Test
    void a_figure_that_fails_does_not_keep_the_others_from_being_measured() {
        assertThat(run()).isEqualTo(1);

        assertThat(report().path("figures").size()).isEqualTo(1);
        assertThat(report().path("settings").path("failed").path("broken").asString())
                .contains("no such thing");
    }

    @Test
    void the_soak_runs_the_proofs_at_length_and_fails_with_one_that_does_not_hold() {
        assertThat(run("--soak", "--only", "firm")).isZero();
        assertThat(out.toString()).isEqualTo("firm holds whole" + System.lineSeparator());

        assertThat(run("--soak")).isEqualTo(1);
        assertThat(report().path("proofs").path(1).path("holds").asBoolean()).isFalse();
    }

    private int run(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--out", directory.resolve("bench.json").toString(), "--dir", directory.toString()));
        return Bench.command(new Bench(List.of(speed(), broken()), List.of(proof("firm", true), proof("false", false))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private JsonNode report() {
        return JsonMapper.shared().readTree(directory.resolve("bench.json"));
    }

    private Figure speed() {
        return new Figure("speed", "things/s", "raw things", Better.HIGHER, 1, 2, stage -> new Contest() {
            @Override
            public double ours() {
                turns.add("ours");
                return 20;
            }

            @Override
            public double raw() {
                turns.add("raw");
                return 10;
            }
        });
    }

    private static Figure broken() {
        return new Figure("broken", "things/s", "raw things", Better.HIGHER, 1, 2, stage -> {
            throw new IllegalStateException("no such thing");
        });
    }

    private static Proof proof(String name, boolean holds) {
        return new Proof() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String claim() {
                return "it holds";
            }

            @Override
            public Verdict run(boolean whole, Path directory) {
                return new Verdict(holds, whole ? "whole" : "short");
            }
        };
    }
}
