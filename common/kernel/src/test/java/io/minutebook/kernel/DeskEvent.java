package io.minutebook.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens at a {@link Desk}. */
sealed interface DeskEvent extends DomainEvent {
    /** Something is owed from now on. */
    record Begun(Instant at, DeskClock clock) implements DeskEvent {}

    /** The same, with the time that was told. */
    record Promised(Instant at, Instant dueAt) implements DeskEvent {}

    record Done(Instant at, DeskClock clock) implements DeskEvent {}

    /** Nothing is owed any more. */
    record Ended(Instant at, DeskClock clock, String reason) implements DeskEvent {}

    record Stopped(Instant at, int number, @Nullable Instant until) implements DeskEvent {}

    record WentOn(Instant at, int number) implements DeskEvent {}

    record OnClock(ClockEvent clock) implements DeskEvent, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
