package io.minutebook.intake.domain.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of a call. Every step may say when it happened; without that it happened when it is decided. */
public sealed interface CallCommand {
    String callId();

    /** A call rings at the trunk of a site; {@code callerNumber} is null where the number is withheld. */
    record ReceiveCall(
            String callId,
            String site,
            String line,
            @Nullable String callerNumber,
            @Nullable Instant occurredAt) implements CallCommand {}

    record AnswerCall(String callId, String agent, @Nullable Instant occurredAt) implements CallCommand {}

    /** The customer waits on the line; the reason is the one the customer was told. */
    record HoldCall(
            String callId,
            @Nullable String reason,
            @Nullable Instant occurredAt) implements CallCommand {}

    record RetrieveCall(String callId, @Nullable Instant occurredAt) implements CallCommand {}

    /**
     * The customer is offered to be called back instead of waiting on.
     *
     * @param number where to call; null for the number they call from
     * @param dueAt by when, where that was said
     */
    record OfferCallback(
            String callId,
            @Nullable String number,
            boolean accepted,
            @Nullable Instant dueAt,
            @Nullable Instant occurredAt)
            implements CallCommand {}

    /** The call goes to another person or line. */
    record TransferCall(
            String callId,
            String to,
            @Nullable String reason,
            @Nullable Instant occurredAt) implements CallCommand {}

    /** The call is about this case. */
    record LinkCall(
            String callId,
            String caseId,
            String caseNumber,
            @Nullable Instant occurredAt) implements CallCommand {}

    record NoteEmotion(
            String callId, Emotion emotion, @Nullable Instant occurredAt) implements CallCommand {}

    record EndCall(
            String callId,
            Disposition disposition,
            @Nullable Instant occurredAt) implements CallCommand {}

    /** A timer of one of the call's clocks fired. */
    record ClockDue(String callId, String clock, int round) implements CallCommand {}
}
