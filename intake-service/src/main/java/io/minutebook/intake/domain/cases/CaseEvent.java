package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.HeardEvent;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case in intake. Each event carries which case it is, so that it can be published as it stands. What each means for the clocks
 * stands in {@link CaseClock}.
 */
public sealed interface CaseEvent extends DomainEvent {
    /** The case exists, with its number and the owner who stays with it. */
    @StoredAs(value = "CaseRegistered", version = 2, oldest = 2)
    record CaseRegistered(Instant at, CaseRef ref, String owner, Registration registration) implements CaseEvent {}

    /**
     * The first line has done what the manual says.
     *
     * @param type what the customer wants
     */
    @StoredAs(value = "PreprocessingConcluded", version = 3, oldest = 3)
    record PreprocessingConcluded(
            Instant at,
            CaseRef ref,
            CaseType type,
            Outcome outcome,
            List<String> steps,
            List<String> articleIds,
            @Nullable String note)
            implements CaseEvent {
        public PreprocessingConcluded {
            steps = List.copyOf(steps);
            articleIds = List.copyOf(articleIds);
        }
    }

    /**
     * The fault is with a project's engineer (派单), has passed to another one (转派), or one more works on it (加派).
     *
     * @param reason why it passed on; null where nobody said
     */
    @StoredAs(value = "FaultDispatched", version = 3, oldest = 3)
    record FaultDispatched(
            Instant at,
            CaseRef ref,
            Handover given,
            String project,
            String engineer,
            HandOver mode,
            @Nullable String reason)
            implements CaseEvent {}

    /**
     * The fault is with a terminal vendor, alone or beside an engineer; following it up stays with intake.
     *
     * @param reason why it passed on; null where nobody said
     */
    @StoredAs(value = "VendorOrderPlaced", version = 3, oldest = 3)
    record VendorOrderPlaced(
            Instant at,
            CaseRef ref,
            Handover given,
            String orderId,
            String vendor,
            @Nullable String reference,
            HandOver mode,
            @Nullable String reason)
            implements CaseEvent {}

    /**
     * The vendor has answered.
     *
     * @param type what the customer wants
     */
    @StoredAs("VendorReplied")
    record VendorReplied(Instant at, CaseRef ref, CaseType type, String orderId, String vendor, VendorAnswer answer)
            implements CaseEvent {}

    /** The first line solved it; its owner answers for that. */
    @StoredAs(value = "Resolved", version = 3, oldest = 3)
    record Resolved(
            Instant at, CaseRef ref, String owner, @Nullable String summary) implements CaseEvent {}

    /** Another tier solved it, as escalation reports. */
    @StoredAs(value = "ResolvedElsewhere", version = 3, oldest = 3)
    record ResolvedElsewhere(Instant at, CaseRef ref, UUID heardFrom, String tier) implements CaseEvent, HeardEvent {}

    /**
     * The customer denied that it works.
     *
     * @param ref with the cycle that begins: 2 for the first reopening
     * @param type what the customer wants
     * @param toFirstLine whether the first line starts again with pre-processing; else those go on who had it
     */
    @StoredAs(value = "CaseReopened", version = 3, oldest = 3)
    record CaseReopened(
            Instant at,
            CaseRef ref,
            CaseType type,
            boolean toFirstLine,
            @Nullable String reason) implements CaseEvent {}

    /** The fault was cleared with the customer (销障), as followup reports. */
    @StoredAs(value = "CaseClosed", version = 3, oldest = 3)
    record CaseClosed(Instant at, CaseRef ref, UUID heardFrom) implements CaseEvent, HeardEvent {}

    /** @param number the promise's place among those of its case as they were recorded, from 1; also the round of its clock */
    @StoredAs(value = "PromiseMade", version = 2, oldest = 2)
    record PromiseMade(Instant at, CaseRef ref, String promiseId, int number, String text, Instant dueAt)
            implements CaseEvent {}

    @StoredAs(value = "PromiseKept", version = 2, oldest = 2)
    record PromiseKept(
            Instant at,
            CaseRef ref,
            String promiseId,
            int number,
            @Nullable String note) implements CaseEvent {}

    /** The time a promise was due passed without its being kept; it may still be kept, late. */
    @StoredAs(value = "PromiseBroken", version = 2, oldest = 2)
    record PromiseBroken(Instant at, CaseRef ref, String promiseId, int number, String text, Instant dueAt)
            implements CaseEvent {}

    @StoredAs(value = "OwnerChanged", version = 2, oldest = 2)
    record OwnerChanged(Instant at, CaseRef ref, String from, String to, String reason) implements CaseEvent {}

    /** Another system recorded this. */
    @StoredAs("HistoryImported")
    record HistoryImported(String caseNumber, String source, String caseKey, HistoryRow row) implements CaseEvent {
        @Override
        public Instant at() {
            return row.time();
        }
    }

    /**
     * What goes along when a case is given to others.
     *
     * @param owner who answers for the case then
     * @param registration what the customer reported
     * @param steps what the first line had done
     */
    record Handover(
            String owner,
            Registration registration,
            List<String> steps,
            @Nullable String note) {
        public Handover {
            steps = List.copyOf(steps);
        }
    }

    /** Something happened to one of the case's clocks. */
    record OnClock(ClockEvent clock) implements CaseEvent, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
