package io.minutebook.platform.command;

import io.minutebook.eventlog.AppendAttachments.TimerUpdate;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the clock events of a decision mean for the due times. */
final class TimerUpdates {
    /** A limit is passed only after it: at the limit itself the step is still in time. */
    private static final Duration JUST_PAST = Duration.ofMillis(1);

    private final String subject;
    private final UUID stream;
    private final List<TimerUpdate> updates = new ArrayList<>();

    private TimerUpdates(String subject, UUID stream) {
        this.subject = subject;
        this.stream = stream;
    }

    static <E extends DomainEvent> List<TimerUpdate> of(
            String subject, UUID stream, List<Decision.DecidedEvent<E>> decided) {
        TimerUpdates timers = new TimerUpdates(subject, stream);
        decided.forEach(fact -> {
            if (fact.event() instanceof ClockEventWrapper carrier) {
                timers.note(carrier.clock());
            }
        });
        return timers.updates;
    }

    private void note(ClockEvent event) {
        switch (event) {
            case ClockEvent.ClockStarted e -> {
                set(e, "opens", e.opensAt());
                set(e, "warns", e.warnAt());
                set(e, "due", e.dueAt().plus(JUST_PAST));
            }
            case ClockEvent.ClockResumed e -> {
                set(e, "warns", e.warnAt());
                set(e, "due", e.dueAt().plus(JUST_PAST));
            }
            case ClockEvent.ClockWarned e -> {}
            case ClockEvent.ClockCorrected e -> {}
            case ClockEvent.ClockPaused e -> clear(e);
            case ClockEvent.ClockWithdrawn e -> clear(e);
            case ClockEvent.ClockMet e -> clear(e);
            case ClockEvent.ClockBreached e -> clear(e);
        }
    }

    private void set(ClockEvent event, String moment, @Nullable Instant at) {
        if (at != null) {
            updates.add(new TimerUpdate.Set(subject, stream, event.clock(), event.round(), moment, at));
        }
    }

    private void clear(ClockEvent event) {
        updates.add(new TimerUpdate.Clear(stream, event.clock(), event.round()));
    }
}
