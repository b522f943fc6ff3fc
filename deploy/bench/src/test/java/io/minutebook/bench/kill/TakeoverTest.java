package io.minutebook.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.bench.kill.judge.Evidence;
import io.minutebook.bench.kill.judge.Logged;
import io.minutebook.bench.kill.judge.TopicRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TakeoverTest {
    private static final Instant KILL = Instant.parse("2026-03-02T01:00:00Z");
    private static final UUID DISPATCHED = UUID.randomUUID();
    private static final UUID RECEIVED = UUID.randomUUID();
    private static final UUID REPORTED = UUID.randomUUID();

    @Test
    void work_that_lay_waits_from_the_kill_and_work_that_came_later_from_when_it_came() {
        var evidence = new Evidence(
                List.of(
                        logged("intake", DISPATCHED, "FaultDispatched", null, KILL.minusMillis(400), ""),
                        logged("escalation", RECEIVED, "DispatchReceived", DISPATCHED, KILL.plusMillis(1500), ""),
                        logged("escalation", REPORTED, "ProgressReported", null, KILL.plusMillis(1000), ""),
                        logged(
                                "escalation",
                                UUID.randomUUID(),
                                "ClockBreached",
                                null,
                                KILL.plusMillis(2700),
                                "{\"dueAt\":\"2026-03-02T01:00:00.500Z\"}")),
                List.of(told(DISPATCHED, KILL.minusMillis(300)), told(REPORTED, KILL.plusMillis(1800))),
                List.of());
        var longest = new Takeover(evidence).after(KILL, "escalation");
        assertThat(longest.answered()).isEqualTo(Duration.ofMillis(1500));
        assertThat(longest.relayed()).isEqualTo(Duration.ofMillis(800));
        assertThat(longest.fired()).isEqualTo(Duration.ofMillis(2200));
        assertThat(longest.longest()).isEqualTo(Duration.ofMillis(2200));
    }

    @Test
    void what_was_done_before_the_kill_or_came_long_after_it_says_nothing() {
        var evidence = new Evidence(
                List.of(
                        logged("escalation", RECEIVED, "ProgressReported", null, KILL.minusMillis(500), ""),
                        logged("escalation", REPORTED, "ProgressReported", null, KILL.plusSeconds(20), "")),
                List.of(told(RECEIVED, KILL.minusMillis(100)), told(REPORTED, KILL.plusSeconds(29))),
                List.of());
        assertThat(new Takeover(evidence).after(KILL, "escalation").longest()).isZero();
    }

    private static Logged logged(
            String service, UUID id, String type, @Nullable UUID cause, Instant at, String payload) {
        return new Logged(service, "stream", 0, id, type, cause, at, payload);
    }

    private static TopicRecord told(UUID id, Instant at) {
        return new TopicRecord("intake.cases", 0, 0, id, "intake", "FaultDispatched", "stream", 0, at);
    }
}
