package io.minutebook.bench.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.Stand;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class EffectOnceTest {
    private static final Logger LOG = LoggerFactory.getLogger(EffectOnceTest.class);

    @Test
    void repeats_and_changes_of_the_lead_leave_the_ledger_as_it_would_be_without_them() throws Exception {
        EffectOnce.Outcome outcome = new EffectOnce(Stand.kafka().bootstrapServers(), EffectOnceProof.BRIEF)
                .run(Stand.postgres().freshDatabase("quiet"), Stand.postgres().freshDatabase("noisy"));
        LOG.info("effect once: {}", outcome.words());
        assertThat(outcome.unrest()).isEqualTo(outcome.peace());
        assertThat(outcome.rebuilt()).isEqualTo(outcome.peace());
        assertThat(outcome.peace().cases()).isEqualTo(120);
        assertThat(outcome.peace().dead()).isEqualTo(4);
        assertThat(outcome.taken()).isGreaterThan(2);
    }
}
