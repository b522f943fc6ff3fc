package io.minutebook.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./minutebook bench}: measures, prints a line a figure and writes {@code bench.json}. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures ratios to raw limits in one run.")
public final class Bench implements Callable<Integer> {
    public static void main(String... args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() {
        return 0;
    }
}
