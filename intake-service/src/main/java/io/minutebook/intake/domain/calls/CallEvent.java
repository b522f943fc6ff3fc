package io.minutebook.intake.domain.calls;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a call. What each event means for the clocks stands in {@link CallClock}. */
public sealed interface CallEvent extends DomainEvent {
    /** A call rang. */
    @StoredAs("CallReceived")
    record CallReceived(
            Instant at, String site, String line, @Nullable String callerNumber) implements CallEvent {}

    @StoredAs("CallAnswered")
    record CallAnswered(Instant at, String agent) implements CallEvent {}

    /** The customer was asked to wait. */
    @StoredAs("CallHeld")
    record CallHeld(Instant at, @Nullable String reason) implements CallEvent {}

    /** The customer was taken back by who had let them wait. */
    @StoredAs("CallRetrieved")
    record CallRetrieved(Instant at) implements CallEvent {}

    /** The customer was offered a callback; an offer that was accepted is promised on the case as soon as the call has one. */
    @StoredAs("CallbackOffered")
    record CallbackOffered(
            Instant at,
            @Nullable String number,
            boolean accepted,
            @Nullable Instant dueAt) implements CallEvent {}

    /** An accepted callback now belongs to a case, where it becomes a promise. */
    @StoredAs("CallbackDue")
    record CallbackDue(Instant at, String caseId, Instant dueAt) implements CallEvent {}

    /** The call was passed on; the customer waits until somebody has it. */
    @StoredAs("CallTransferred")
    record CallTransferred(
            Instant at,
            @Nullable String from,
            String to,
            @Nullable String reason) implements CallEvent {}

    /** Whoever the call was passed on to talks to the customer now. */
    @StoredAs("CallTransferAnswered")
    record CallTransferAnswered(Instant at, String agent) implements CallEvent {}

    @StoredAs("CallLinked")
    record CallLinked(Instant at, String caseId, String caseNumber) implements CallEvent {}

    @StoredAs("EmotionNoted")
    record EmotionNoted(Instant at, Emotion emotion) implements CallEvent {}

    /** The call is over; with who had it last, and the case it was linked to last. */
    @StoredAs("CallEnded")
    record CallEnded(
            Instant at,
            Disposition disposition,
            @Nullable String agent,
            @Nullable String caseId,
            @Nullable String caseNumber)
            implements CallEvent {}

    /** Something happened to one of the call's clocks. */
    record OnClock(ClockEvent clock) implements CallEvent, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
