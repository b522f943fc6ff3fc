package io.minutebook.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.bench.kill.judge.Judge;
import io.minutebook.bench.kill.judge.Offence.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class KillMarathonIT {
    private static final int KILLS = 4;

    /** Under which database, broker, one of two and one alone are killed. */
    private static final long SEED = 1;

    @TempDir
    Path home;

    @Test
    void what_was_acknowledged_is_there_once_and_in_order_whatever_is_killed() throws Exception {
        var trial = new KillTrial(
                home,
                Map.of("escalation", 2),
                4,
                Duration.ofMillis(25),
                10,
                SEED,
                LoggerFactory.getLogger(KillMarathonIT.class)::info);
        try (var cluster = trial.cluster()) {
            var finish = new KillMarathon(trial, KILLS).run(cluster);
            assertThat(finish.kills()).extracting(Kill::names).contains("database", "broker");
            assertThat(finish.settled().verdict().offences()).isEmpty();
            assertThat(finish.settled().verdict().acknowledged()).isGreaterThan(100);

            var lies = Plants.acknowledgedBeforeCommit(finish.commands());
            var caught = Judge.judge(lies, finish.settled().evidence());
            assertThat(caught.count(Kind.LOST)).isEqualTo(1);
            Plants.toldUnderNewId(cluster.broker().bootstrapServers());
            var doubled = Judge.judge(finish.commands(), new Witnesses(cluster).inboxKey(finish.commands()));
            assertThat(doubled.count(Kind.DOUBLED)).isPositive();
        }
    }
}
