package io.minutebook.platform.command;

import io.minutebook.eventlog.AppendNotes.TimerNote;
import io.minutebook.kernel.ClockCarrier;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the clock events of a decision mean for the due times. */
final class TimerNotes {
    /** A limit is passed only after it: at the limit itself the step is still in time. */
    private static final Duration JUST_PAST = Duration.ofMillis(1);

    private final String subject;
    private final UUID stream;
    private final List<TimerNote> notes = new ArrayList<>();

    private TimerNotes(String subject, UUID stream) {
        this.subject = subject;
        this.stream = stream;
    }

    static <E extends Occurrence> List<TimerNote> of(String subject, UUID stream, List<Decision.Fact<E>> facts) {
        TimerNotes timers = new TimerNotes(subject, stream);
        facts.forEach(fact -> {
            if (fact.event() instanceof ClockCarrier carrier) {
                timers.note(carrier.clock());
            }
        });
        return timers.notes;
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
            case ClockEvent.ClockPaused e -> clear(e);
            case ClockEvent.ClockMet e -> clear(e);
            case ClockEvent.ClockBreached e -> clear(e);
        }
    }

    private void set(ClockEvent event, String moment, @Nullable Instant at) {
        if (at != null) {
            notes.add(new TimerNote.Set(subject, stream, event.clock(), event.round(), moment, at));
        }
    }

    private void clear(ClockEvent event) {
        notes.add(new TimerNote.Clear(stream, event.clock(), event.round()));
    }
}
