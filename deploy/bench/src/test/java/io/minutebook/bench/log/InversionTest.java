package io.minutebook.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.Stand;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class InversionTest {
    private static final Logger LOG = LoggerFactory.getLogger(InversionTest.class);

    @Test
    void what_is_heard_and_what_is_entered_at_once_stands_in_the_log_in_the_order_of_its_case() throws Exception {
        InversionTrial.Outcome outcome = InversionTrial.ours(Stand.postgres().freshDatabase("races"), 1_000);
        LOG.info("inversion: {}", outcome);
        assertThat(outcome.seen()).isEqualTo(outcome.events());
        assertThat(outcome.inversions()).isZero();
    }

    @Test
    void who_marks_the_inbox_before_looking_inverts_in_the_same_races() throws Exception {
        InversionTrial.Outcome outcome =
                InversionTrial.inboxFirst(Stand.postgres().freshDatabase("races"), 300);
        LOG.info("inversion: control: {}", outcome);
        assertThat(outcome.inversions()).isPositive();
    }
}
