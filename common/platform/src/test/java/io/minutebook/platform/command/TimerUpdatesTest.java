package io.minutebook.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.eventlog.AppendAttachments.TimerUpdate;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimerUpdatesTest {
    private static final Instant START = Instant.parse("2026-03-03T01:00:00Z");
    private static final UUID STREAM = UUID.randomUUID();

    @Test
    void a_clock_that_starts_in_time_is_asked_when_it_warns_and_just_after_its_limit() {
        assertThat(timers(START))
                .containsExactly(
                        set("warns", START.plus(Duration.ofMinutes(24))),
                        set("due", START.plus(Duration.ofMinutes(30)).plusMillis(1)));
    }

    @Test
    void a_clock_that_starts_overdue_is_asked_once_when_the_late_entries_are_in() {
        Instant now = START.plus(Duration.ofHours(2));
        assertThat(timers(now)).containsExactly(set("due", now.plus(Duration.ofMinutes(5))));
    }

    private static TimerUpdate set(String moment, Instant at) {
        return new TimerUpdate.Set("parcel", STREAM, "reply", 1, moment, at);
    }

    private static List<TimerUpdate> timers(Instant now) {
        Limit.Window window =
                new Limit.Window(null, START.plus(Duration.ofMinutes(24)), START.plus(Duration.ofMinutes(30)));
        ClockEvent started = new ClockEvent.ClockStarted(
                STREAM, "reply", 1, START, STREAM, "Replied", "engineer", null, window, "standard/1");
        return TimerUpdates.of(
                "parcel",
                STREAM,
                List.of(new Decision.DecidedEvent<>(STREAM, null, new Parcel.Event.OnClock(started))),
                now);
    }
}
