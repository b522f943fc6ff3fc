package io.minutebook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private record Press(int floor) {}

    private record Called(int floor, Instant at) implements DomainEvent {}

    private static final Decider<Press, Integer, Called> LIFT = new Decider<>() {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public void decide(Press command, Integer floor, Decision<Called> decision) {
            if (command.floor() < 0) {
                throw new Rejected("no-cellar", "The house has no cellar.");
            }
            if (command.floor() != floor) {
                decision.record(new Called(command.floor(), decision.now()));
            }
        }

        @Override
        public Integer evolve(Integer floor, Fact<Called> called) {
            return called.event().floor();
        }
    };

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void a_story_of_several_commands_is_told() {
        Scenario.of(LIFT)
                .given(new Called(1, Scenario.START))
                .at(NOON)
                .when(new Press(2))
                .then(new Called(2, NOON))
                .thenFacts(decided -> assertThat(decided.getFirst().id()).isEqualTo(Scenario.id(2)))
                .when(new Press(2))
                .thenNothing()
                .when(new Press(-1))
                .thenRejected("no-cellar")
                .thenState(floor -> assertThat(floor).isEqualTo(2));
    }

    @Test
    void another_event_than_told_fails() {
        assertThatThrownBy(() -> Scenario.of(LIFT).when(new Press(2)).then(new Called(3, Scenario.START)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_refusal_nobody_expected_fails() {
        assertThatThrownBy(() -> Scenario.of(LIFT).when(new Press(-1)).thenNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-cellar");
        assertThatThrownBy(() -> Scenario.of(LIFT).when(new Press(-1)).when(new Press(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-cellar");
    }

    @Test
    void an_expected_refusal_that_does_not_come_fails() {
        assertThatThrownBy(() -> Scenario.of(LIFT).when(new Press(1)).thenRejected("no-cellar"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void rules_that_are_not_pure_are_found_out() {
        AtomicInteger count = new AtomicInteger();
        Decider<Press, Integer, Called> moody = new Decider<>() {
            @Override
            public Integer initial() {
                return 0;
            }

            @Override
            public void decide(Press command, Integer floor, Decision<Called> decision) {
                decision.record(new Called(count.incrementAndGet(), decision.now()));
            }

            @Override
            public Integer evolve(Integer floor, Fact<Called> called) {
                return called.event().floor();
            }
        };

        assertThatThrownBy(() -> Scenario.of(moody).when(new Press(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("decided twice");
    }
}
