package io.minutebook.platform.command;

import io.minutebook.eventlog.AppendAttachments.TimerUpdate;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Limit;
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

    /**
     * A clock whose limit had passed when its start was written down is first asked after this time, so that a series of steps that are entered
     * late is judged as a whole. No source names it.
     */
    private static final Duration LATE_ENTRIES_SETTLE = Duration.ofMinutes(5);

    private final String subject;
    private final UUID stream;
    private final Instant now;
    private final List<TimerUpdate> updates = new ArrayList<>();

    private TimerUpdates(String subject, UUID stream, Instant now) {
        this.subject = subject;
        this.stream = stream;
        this.now = now;
    }

    static <E extends DomainEvent> List<TimerUpdate> of(
            String subject, UUID stream, List<Decision.DecidedEvent<E>> decided, Instant now) {
        TimerUpdates timers = new TimerUpdates(subject, stream, now);
        decided.forEach(fact -> {
            if (fact.event() instanceof ClockEventWrapper carrier) {
                timers.note(carrier.clock());
            }
        });
        return timers.updates;
    }

    private void note(ClockEvent event) {
        switch (event) {
            case ClockEvent.ClockStarted e -> run(e, e.window(), e.window().dueAt());
            case ClockEvent.ClockResumed e -> moments(e, null, e.warnAt(), e.dueAt());
            case ClockEvent.ClockWarned e -> {}
            // one that stands still goes on by itself at a time that the verdict does not name: looked at when due, it
            // says so
            case ClockEvent.ClockCorrected e -> {
                clear(e);
                if (e.now().status().open()) {
                    run(e, e.window(), e.now().dueAt());
                }
            }
            case ClockEvent.ClockPaused e -> {
                clear(e);
                set(e, "resumes", e.until());
            }
            case ClockEvent.ClockWithdrawn e -> clear(e);
            case ClockEvent.ClockMet e -> clear(e);
            case ClockEvent.ClockBreached e -> clear(e);
        }
    }

    private void run(ClockEvent event, Limit.Window window, Instant dueAt) {
        moments(event, window.opensAt(), window.warnAt(dueAt), dueAt);
    }

    /** Once the limit has passed, an earlier moment would only ask too early. */
    private void moments(ClockEvent event, @Nullable Instant opensAt, @Nullable Instant warnAt, Instant dueAt) {
        Instant past = dueAt.plus(JUST_PAST);
        if (past.isBefore(now)) {
            set(event, "due", now.plus(LATE_ENTRIES_SETTLE));
        } else {
            set(event, "opens", opensAt);
            set(event, "warns", warnAt);
            set(event, "due", past);
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
