package io.minutebook.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class BrokerAwayIT {
    @TempDir
    Path home;

    @Test
    void commands_go_on_without_the_broker_and_the_backlog_drains_by_itself() throws Exception {
        var trial = new KillTrial(
                home, Map.of(), 4, Duration.ofMillis(25), 10, 1, LoggerFactory.getLogger(BrokerAwayIT.class)::info);
        try (var cluster = trial.cluster()) {
            var finish = new BrokerAway(trial, Duration.ofSeconds(4), Duration.ofSeconds(10)).run(cluster);
            assertThat(finish.failed()).isEmpty();
            assertThat(finish.rateAway()).isGreaterThan(finish.rateBefore() / 4);
            assertThat(finish.backlog()).isPositive();
            assertThat(finish.settled().verdict().offences()).isEmpty();
        }
    }
}
