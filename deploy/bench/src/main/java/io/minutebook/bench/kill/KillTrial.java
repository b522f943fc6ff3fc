package io.minutebook.bench.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a proof is run.
 *
 * @param home a directory of its own, empty
 * @param copies how many instances of each service
 * @param pause of each client between two commands, in the mean
 * @param impatience one command in so many is sent twice at once, under one key; 0 for none
 * @param seed of every choice; the moments themselves no seed can fix
 * @param say where its lines go, as they come
 */
record KillTrial(
        Path home,
        Map<String, Integer> copies,
        int clients,
        Duration pause,
        int impatience,
        long seed,
        Consumer<String> say) {
    static final Duration START = Duration.ofMinutes(3);
    static final Duration REST = Duration.ofMinutes(3);

    /** For the long forms: four clients with time to breathe, one of ten commands sent twice. */
    static KillTrial inEarnest(Path home, Map<String, Integer> copies) {
        return new KillTrial(
                home, copies, 4, Duration.ofMillis(60), 10, set("MINUTEBOOK_SEED", 1), System.err::println);
    }

    KillTrial {
        copies = Map.copyOf(copies);
    }

    Cluster cluster() {
        return new Cluster(home, copies);
    }

    CommandHistory history() {
        return new CommandHistory(home.resolve("history.tsv"));
    }

    Load load(Cluster cluster, CommandHistory commandHistory) {
        return new Load(this, cluster.door(), commandHistory);
    }

    void say(String line) {
        say.accept(line);
    }

    /** What the operator set in the environment, or else this. */
    static long set(String variable, long otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : Long.parseLong(value);
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
