package io.minutebook.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.eventlog.AppendAttachments.TimerUpdate;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimerUpdatesTest {
    private static final UUID STREAM = new UUID(1, 1);
    private static final UUID RUN = new UUID(2, 2);
    private static final UUID START = new UUID(3, 3);
    private static final Instant NOON = Instant.parse("2026-03-03T04:00:00Z");
    private static final Limit.Window HALF_AN_HOUR = new Limit.Window(null, minute(24), minute(30));

    @Test
    void a_clock_that_starts_has_its_moments_and_the_last_is_just_past_its_limit() {
        assertThat(updates(NOON, started()))
                .containsExactly(set("warns", minute(24)), set("due", minute(30).plusMillis(1)));
    }

    @Test
    void a_clock_that_starts_overdue_is_asked_once_when_late_entries_have_settled() {
        assertThat(updates(minute(40), started())).containsExactly(set("due", minute(45)));
    }

    @Test
    void a_clock_at_its_very_limit_is_not_overdue() {
        assertThat(updates(minute(30), started()))
                .contains(set("due", minute(30).plusMillis(1)));
    }

    @Test
    void a_pause_takes_the_moments_away_and_brings_its_own_end_if_it_has_one() {
        assertThat(updates(minute(10), paused(null))).containsExactly(clear());
        assertThat(updates(minute(10), paused(minute(15)))).containsExactly(clear(), set("resumes", minute(15)));
    }

    @Test
    void a_correction_that_leaves_the_clock_open_sets_its_moments_anew() {
        assertThat(updates(minute(40), corrected(Clocks.Status.RUNNING, minute(90))))
                .containsExactly(
                        clear(), set("warns", minute(84)), set("due", minute(90).plusMillis(1)));
        assertThat(updates(minute(40), corrected(Clocks.Status.MET, minute(30))))
                .containsExactly(clear());
    }

    /** A clock that stood still was corrected to stand still for another time, and was never looked at again. */
    @Test
    void a_clock_that_is_corrected_while_it_stands_still_is_looked_at_when_it_is_due() {
        assertThat(updates(minute(40), corrected(Clocks.Status.PAUSED, minute(90))))
                .contains(set("due", minute(90).plusMillis(1)));
    }

    private static List<TimerUpdate> updates(Instant now, ClockEvent event) {
        return TimerUpdates.of(
                "parcel",
                STREAM,
                List.of(new Decision.DecidedEvent<>(new UUID(4, 4), null, new Parcel.Event.OnClock(event))),
                now);
    }

    private static ClockEvent started() {
        return new ClockEvent.ClockStarted(
                RUN, "reply", 1, NOON, START, "Replied", "engineer", null, HALF_AN_HOUR, "standard/1");
    }

    private static ClockEvent paused(@Nullable Instant until) {
        return new ClockEvent.ClockPaused(RUN, "reply", 1, minute(10), "WAITING", START, until, minute(30));
    }

    private static ClockEvent corrected(Clocks.Status status, Instant dueAt) {
        ClockEvent.ClockVerdict was = new ClockEvent.ClockVerdict(
                Clocks.Status.BREACHED, minute(30), minute(30), null, null, null, List.of(START));
        ClockEvent.ClockVerdict now =
                new ClockEvent.ClockVerdict(status, null, dueAt, null, null, null, List.of(START));
        return new ClockEvent.ClockCorrected(
                RUN,
                "reply",
                1,
                minute(40),
                START,
                NOON,
                HALF_AN_HOUR,
                was,
                now,
                ClockEvent.Because.PAUSE_ENTERED,
                List.of("a note"));
    }

    private static TimerUpdate set(String moment, Instant at) {
        return new TimerUpdate.Set("parcel", STREAM, "reply", 1, moment, at);
    }

    private static TimerUpdate clear() {
        return new TimerUpdate.Clear(STREAM, "reply", 1);
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
