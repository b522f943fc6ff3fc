package io.minutebook.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.eventlog.AppendAttachments.TimerUpdate;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Limit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimerUpdatesTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final UUID ID = new UUID(0, 1);

    /** A clock that stood still was corrected to stand still for another time, and was never looked at again. */
    @Test
    void a_clock_that_is_corrected_while_it_stands_still_is_looked_at_when_it_is_due() {
        Instant due = NOW.plusSeconds(600);
        ClockEvent.ClockVerdict was = verdict(Clocks.Status.PAUSED, NOW.plusSeconds(300));
        ClockEvent.ClockVerdict now = verdict(Clocks.Status.PAUSED, due);
        Parcel.Event corrected = new Parcel.Event.OnClock(new ClockEvent.ClockCorrected(
                ID,
                "plan",
                1,
                NOW,
                ID,
                NOW,
                new Limit.Window(null, null, NOW.plusSeconds(300)),
                was,
                now,
                ClockEvent.Because.PAUSE_ENTERED,
                List.of()));
        assertThat(TimerUpdates.of("case", ID, List.of(new Decision.DecidedEvent<>(ID, null, corrected)), NOW))
                .contains(new TimerUpdate.Set("case", ID, "plan", 1, "due", due.plusMillis(1)));
    }

    private static ClockEvent.ClockVerdict verdict(Clocks.Status status, Instant dueAt) {
        return new ClockEvent.ClockVerdict(status, NOW, dueAt, null, null, null, List.of(ID));
    }
}
