package io.minutebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepTimeTest {
    private static final Instant BEGUN = Instant.parse("2026-03-02T02:00:30Z");

    @Test
    void a_stated_time_counts_as_it_is_stated() {
        assertThat(of(BEGUN.plusMillis(1), BEGUN.plusSeconds(600))).isEqualTo(BEGUN.plusMillis(1));
        assertThat(of(BEGUN, BEGUN.plusSeconds(600))).isEqualTo(BEGUN);
    }

    @Test
    void up_to_a_minute_before_the_start_counts_as_the_start() {
        assertThat(of(BEGUN.minusMillis(1), BEGUN.plusSeconds(600))).isEqualTo(BEGUN);
        assertThat(of(BEGUN.minusSeconds(60), BEGUN.plusSeconds(600))).isEqualTo(BEGUN);
    }

    @Test
    void more_than_a_minute_before_the_start_is_refused() {
        assertThatThrownBy(() -> of(BEGUN.minusSeconds(60).minusNanos(1), BEGUN.plusSeconds(600)))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("before-the-start"))
                .hasMessageContaining(BEGUN.toString());
    }

    @Test
    void a_step_without_a_stated_time_happens_now_but_not_before_the_start() {
        assertThat(of(null, BEGUN.plusSeconds(5))).isEqualTo(BEGUN.plusSeconds(5));
        assertThat(of(null, BEGUN.minusSeconds(90))).isEqualTo(BEGUN);
    }

    @Test
    void two_steps_are_put_in_order_by_the_minute() {
        Instant minute = Instant.parse("2026-03-02T02:01:00Z");
        assertThat(StepTime.isEarlier(minute.minusNanos(1), minute)).isTrue();
        assertThat(StepTime.isEarlier(minute, minute.plusSeconds(59))).isFalse();
        assertThat(StepTime.isEarlier(minute.plusSeconds(59), minute)).isFalse();
    }

    private static Instant of(@Nullable Instant stated, Instant now) {
        return StepTime.of(
                stated, BEGUN, new Decision<>(new UUID(0, 1), now, SitePolicies.standard(), UUID::randomUUID));
    }
}
