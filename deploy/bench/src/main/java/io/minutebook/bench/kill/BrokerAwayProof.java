package io.minutebook.bench.kill;

import io.minutebook.bench.Proof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The broker away for two minutes. */
public final class BrokerAwayProof implements Proof {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "broker-away";
    }

    @Override
    public String claim() {
        return "without the broker commands go on, nothing is lost, and the backlog drains by itself";
    }

    @Override
    public Verdict run(boolean whole, Path directory) throws Exception {
        var trial = KillTrial.inEarnest(directory, Map.of());
        try (var cluster = trial.cluster()) {
            var finish = new BrokerAway(trial, Duration.ofSeconds(20), whole ? LONG : SHORT).run(cluster);
            var verdict = finish.settled().verdict();
            return new Verdict(
                    verdict.clean() && finish.failed().isEmpty(),
                    finish.words() + "; " + String.join("; ", verdict.report()));
        }
    }
}
