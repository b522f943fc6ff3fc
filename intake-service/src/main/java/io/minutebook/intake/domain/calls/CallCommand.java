package io.minutebook.intake.domain.calls;

import io.minutebook.kernel.Stated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of a call. */
public sealed interface CallCommand {
    String callId();

    /** What somebody did, which may be entered later. */
    sealed interface Step extends CallCommand {
        Stated stated();
    }

    /** A call rings at the trunk of a site; {@code callerNumber} is null where the number is withheld. */
    record ReceiveCall(
            String callId,
            String site,
            String line,
            @Nullable String callerNumber,
            Stated stated) implements Step {}

    record AnswerCall(String callId, String agent, Stated stated) implements Step {}

    /** The customer waits on the line; the reason is the one the customer was told. */
    record HoldCall(String callId, @Nullable String reason, Stated stated) implements Step {}

    record RetrieveCall(String callId, Stated stated) implements Step {}

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
            Stated stated) implements Step {}

    /** The call is to go to another person or line; the customer waits until somebody has it. */
    record TransferCall(String callId, String to, @Nullable String reason, Stated stated) implements Step {}

    /** Somebody takes a call that was passed on, and has it from then on. */
    record TakeTransfer(String callId, String agent, Stated stated) implements Step {}

    /** The call is about this case. */
    record LinkCall(String callId, String caseId, String caseNumber, Stated stated) implements Step {}

    record NoteEmotion(String callId, Emotion emotion, Stated stated) implements Step {}

    record EndCall(String callId, Disposition disposition, Stated stated) implements Step {}

    /** A timer of one of the call's clocks fired. */
    record ClockDue(String callId, String clock, int round) implements CallCommand {}
}
