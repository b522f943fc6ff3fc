package io.minutebook.bench.kill;

import io.minutebook.bench.Proof;
import java.nio.file.Path;
import java.util.Map;

/** The marathon with two of each service: 50 kills, or as many as {@code MINUTEBOOK_KILLS} says, drawn by {@code MINUTEBOOK_SEED}. */
public final class KillProof implements Proof {
    private static final int MANY = 50;
    private static final int FEW = 4;

    @Override
    public String name() {
        return "kill-9";
    }

    @Override
    public String claim() {
        return "services, database and broker are killed under load: nothing acknowledged is lost, doubled or out of order";
    }

    @Override
    public Verdict run(boolean whole, Path directory) throws Exception {
        var trial = KillTrial.inEarnest(directory, Map.of("intake", 2, "escalation", 2, "followup", 2));
        try (var cluster = trial.cluster()) {
            var kills = KillTrial.set("MINUTEBOOK_KILLS", whole ? MANY : FEW);
            var finish = new KillMarathon(trial, Math.toIntExact(kills)).run(cluster);
            var verdict = finish.settled().verdict();
            return new Verdict(
                    verdict.clean(),
                    kills + " kills, seed " + trial.seed() + "; " + finish.words() + "; "
                            + String.join("; ", verdict.report()));
        }
    }
}
