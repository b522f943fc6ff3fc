package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.Stated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a case. */
public sealed interface CaseCommand {
    String caseId();

    /** What somebody did, which may be entered later. */
    sealed interface Step extends CaseCommand {
        Stated stated();
    }

    /** What another service published. */
    sealed interface Notice extends CaseCommand {
        Instant at();

        /** Returns the id of the published event. */
        UUID heardFrom();
    }

    /** @param owner who answered the customer first, and by that owns the case to the end (首问负责) */
    record RegisterCase(String caseId, String caseNumber, String owner, Registration registration, Stated stated)
            implements Step {}

    /**
     * The pre-processing by the manual has come to an end.
     *
     * @param steps what was done, in order
     * @param articleIds the knowledge articles that were used
     */
    record ConcludePreprocessing(
            String caseId,
            Outcome outcome,
            List<String> steps,
            List<String> articleIds,
            @Nullable String note,
            Stated stated)
            implements Step {}

    /**
     * @param mode null for the first time, and instead of those who have it where somebody has it
     * @param reason why it passes on
     */
    record DispatchFault(
            String caseId,
            String project,
            String engineer,
            @Nullable HandOver mode,
            @Nullable String reason,
            Stated stated)
            implements Step {}

    /**
     * @param reference the vendor's own number for the order
     * @param mode null for the first time, and instead of those who have it where somebody has it
     * @param reason why it passes on; needed where an engineer has it
     */
    record PlaceVendorOrder(
            String caseId,
            String orderId,
            String vendor,
            @Nullable String reference,
            @Nullable HandOver mode,
            @Nullable String reason,
            Stated stated)
            implements Step {}

    record RecordVendorReply(String caseId, String orderId, VendorAnswer answer, Stated stated) implements Step {}

    record MakePromise(String caseId, String promiseId, String text, Instant dueAt, Stated stated) implements Step {}

    record KeepPromise(
            String caseId, String promiseId, @Nullable String note, Stated stated) implements Step {}

    record ChangeOwner(String caseId, String owner, String reason, Stated stated) implements Step {}

    /** A callback that was accepted on a call becomes a promise of the call's case; sent twice, or too late, it changes nothing. */
    record PromiseCallback(String caseId, String promiseId, String text, Instant dueAt, Instant at)
            implements CaseCommand {}

    /** An expert of the second line has it, who was asked in this cycle. */
    record NoteEscalated(String caseId, int cycle, Instant at, UUID heardFrom) implements Notice {}

    /** Somebody else than the first line has solved it. */
    record NoteResolved(String caseId, int cycle, String tier, Instant at, UUID heardFrom) implements Notice {}

    /** The customer says it still does not work, after this cycle. */
    record Reopen(String caseId, int cycle, @Nullable String reason, Instant at, UUID heardFrom) implements Notice {}

    /** The customer has confirmed that it works, and the fault is cleared. */
    record NoteCleared(String caseId, Instant at, UUID heardFrom) implements Notice {}

    /** Brings in what another system recorded of one case; what was brought in before changes nothing. */
    record ImportHistory(String caseId, String caseNumber, String source, String caseKey, List<HistoryRow> rows)
            implements CaseCommand {}

    /** A timer of one of the case's clocks fired. */
    record ClockDue(String caseId, String clock, int round) implements CaseCommand {}
}
