package io.minutebook.bench;

import io.minutebook.bench.stand.Machine;
import io.minutebook.bench.stand.Stage;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./minutebook bench}: measures, prints a line a figure and writes {@code bench.json}. Exit codes: 0 done, 1 failed, 2 called wrongly. */
@Command(
        name = "minutebook bench",
        description = "Measures the suite as ratios to raw limits of the same run: name ratio ours raw unit.")
public final class Bench implements Callable<Integer> {
    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "these figures or proofs only")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--quick",
            description = "fewer and shorter rounds, smaller logs: for the shape, not for the record")
    private boolean quick;

    @Option(names = "--soak", description = "the long proofs instead of the figures")
    private boolean soak;

    @Option(names = "--list", description = "say what there is and end")
    private boolean list;

    @Option(names = "--out", paramLabel = "FILE", description = "where the report goes (bench.json here)")
    private Path out = Path.of("bench.json");

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "on which disk to measure (the directory for temporary files)")
    private @Nullable Path directory;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final List<Figure> figures;
    private final List<Proof> proofs;

    Bench(List<Figure> figures, List<Proof> proofs) {
        this.figures = figures;
        this.proofs = proofs;
    }

    public static void main(String... args) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "io/minutebook/bench/logback.xml");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(run(args));
    }

    static int run(String... args) {
        return command(new Bench(BenchCatalogue.figures(), BenchCatalogue.proofs()))
                .execute(args);
    }

    static CommandLine command(Bench bench) {
        return new CommandLine(bench).setParameterExceptionHandler((wrong, args) -> {
            wrong.getCommandLine().getErr().println("minutebook: " + wrong.getMessage());
            return 2;
        });
    }

    @Override
    public Integer call() throws Exception {
        known();
        var lines = spec.commandLine().getOut();
        if (list) {
            list(lines);
            return 0;
        }
        var benchReport = new BenchReport(lines);
        var words = spec.commandLine().getErr();
        var machine = Machine.watch();
        try (var stage = new Stage(quick ? Pace.QUICK : Pace.WHOLE, directory)) {
            machine.also(stage::postmasters);
            for (var figure : chosenFigures()) {
                try {
                    benchReport.add(new Referee(stage, words::println).play(figure));
                } catch (Exception e) {
                    failed(benchReport, figure.name(), e, words);
                }
            }
            for (var proof : chosenProofs()) {
                try {
                    words.println(proof.name() + ": " + proof.claim());
                    benchReport.add(
                            proof,
                            proof.run(soak, Files.createDirectories(stage.home().resolve(proof.name()))));
                } catch (Exception e) {
                    failed(benchReport, proof.name(), e, words);
                }
            }
            var settings = new LinkedHashMap<String, Object>(stage.settings());
            settings.putAll(machine.settings());
            benchReport.write(out.toAbsolutePath(), settings);
        }
        words.println("All of it is in " + out.toAbsolutePath());
        return benchReport.whole() ? 0 : 1;
    }

    private static void failed(BenchReport benchReport, String name, Exception failure, PrintWriter words) {
        benchReport.failed(name, failure);
        words.println(name + ": FAILED: " + BenchReport.brief(failure));
        if (System.getenv("MINUTEBOOK_DEBUG") != null) {
            failure.printStackTrace(words);
        }
    }

    private void known() {
        Set<String> names = new LinkedHashSet<>();
        figures.forEach(figure -> names.add(figure.name()));
        proofs.forEach(proof -> names.add(proof.name()));
        for (var name : only) {
            if (!names.contains(name)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "no figure or proof " + name + "; there are: " + String.join(", ", names));
            }
        }
    }

    private List<Figure> chosenFigures() {
        return only.isEmpty()
                ? soak ? List.of() : figures
                : figures.stream()
                        .filter(figure -> only.contains(figure.name()))
                        .toList();
    }

    private List<Proof> chosenProofs() {
        return only.isEmpty()
                ? soak ? proofs : List.of()
                : proofs.stream().filter(proof -> only.contains(proof.name())).toList();
    }

    private void list(PrintWriter lines) {
        figures.forEach(figure -> lines.printf(
                Locale.ROOT,
                "%-24s %s against %s, %s is better, reach %s, aim %s%n",
                figure.name(),
                figure.unit(),
                figure.against(),
                figure.better().name().toLowerCase(Locale.ROOT),
                figure.reach(),
                figure.aim()));
        proofs.forEach(proof -> lines.printf("%-24s proof: %s%n", proof.name(), proof.claim()));
    }
}
