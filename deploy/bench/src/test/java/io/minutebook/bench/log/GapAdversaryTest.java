package io.minutebook.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.Stand;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class GapAdversaryTest {
    private static final Logger LOG = LoggerFactory.getLogger(GapAdversaryTest.class);

    @Test
    void nobody_who_follows_the_log_misses_doubles_or_disorders_anything_but_who_goes_by_position_does()
            throws Exception {
        GapTrial.Outcome outcome = GapTrial.ours(Stand.postgres().freshDatabase("gap"), Malice.brief(5_000));
        LOG.info("gap adversary: {}", outcome);
        assertThat(outcome.followers()).hasSize(5).allMatch(Finding::clean, "sees everything once and in order");
        assertThat(outcome.books().size()).isGreaterThanOrEqualTo(5_000);
        assertThat(outcome.books().torn()).isZero();
        assertThat(outcome.books().shareRolledBack()).isGreaterThan(0.15);
        assertThat(outcome.control().skipped()).isPositive();
    }

    @Test
    void the_same_adversary_makes_the_stock_tracking_reader_skip() throws Exception {
        GapTrial.Outcome outcome = GapTrial.stock(Stand.postgres().freshDatabase("stock"), Malice.brief(2_500));
        LOG.info("gap adversary: {}", outcome);
        assertThat(outcome.control().skipped()).isPositive();
        assertThat(outcome.control().invented()).isZero();
    }
}
