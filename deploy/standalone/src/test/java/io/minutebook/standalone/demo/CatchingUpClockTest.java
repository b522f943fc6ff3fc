package io.minutebook.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CatchingUpClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private Instant real = NOON;
    private final CatchingUpClock clock = new CatchingUpClock(() -> real);

    @Test
    void before_it_is_set_back_it_is_the_real_time() {
        pass(Duration.ofSeconds(7));

        assertThat(clock.instant()).isEqualTo(real);
        assertThat(clock.caughtUp()).isTrue();
    }

    @Test
    void it_hurries_to_the_named_moment_and_goes_on_at_normal_speed() {
        clock.setBack(Duration.ofHours(12));
        Instant start = NOON.minus(Duration.ofHours(12));
        clock.hurryTo(start.plusSeconds(600), 300);

        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(300));
        assertThat(clock.until(start.plusSeconds(600))).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(600));
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(601));
        assertThat(clock.caughtUp()).isFalse();
    }

    @Test
    void it_never_runs_ahead_of_the_real_time() {
        clock.setBack(Duration.ofMinutes(10));
        clock.hurryTo(NOON.plus(Duration.ofDays(1)), 1000);

        pass(Duration.ofSeconds(2));

        assertThat(clock.instant()).isEqualTo(real);
        assertThat(clock.caughtUp()).isTrue();
    }

    @Test
    void naming_a_moment_that_has_passed_does_not_turn_it_back() {
        clock.setBack(Duration.ofHours(1));
        clock.hurryTo(NOON.minus(Duration.ofMinutes(30)), 600);
        pass(Duration.ofSeconds(3));
        Instant before = clock.instant();

        clock.hurryTo(NOON.minus(Duration.ofMinutes(50)), 600);

        assertThat(clock.instant()).isEqualTo(before);
    }

    private void pass(Duration time) {
        real = real.plus(time);
    }
}
