package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.HeardEvent;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a case between its dispatch and its resolution. Each says which case and cycle, so that a reader need not look back. */
public sealed interface CaseEvent extends DomainEvent {
    /** Who has the case, and what the engineer does who was dispatched. */
    sealed interface OnDispatch extends CaseEvent {}

    /** Intake passed the case on, for the first time or again. */
    sealed interface PassedOn extends OnDispatch, HeardEvent {
        CaseRef ref();

        /** By which the policies of the case's clocks are found. */
        PolicyScope scope();

        /** Beside those who have the case, or instead of them. */
        HandOver mode();

        /** Returns whether those who had the case before have it no more. */
        default boolean replaces() {
            return mode() != HandOver.BESIDE;
        }
    }

    /** What became of the solution plan. */
    sealed interface OnPlan extends CaseEvent {}

    /** How the case went up the lines, and what the expert did. */
    sealed interface OnEscalation extends CaseEvent {}

    /** Work stands still, or goes on. */
    sealed interface OnSuspension extends CaseEvent {}

    /** The fault is solved, was not solved after all, or is cleared. */
    sealed interface OnResolution extends CaseEvent {}

    /** The case came in for an engineer. Private: the public fact is intake's FaultDispatched, whose event id is {@code heardFrom}. */
    @StoredAs(value = "DispatchReceived", version = 3, oldest = 3)
    record DispatchReceived(
            Instant at, CaseRef ref, PolicyScope scope, HandOver mode, String project, String engineer, UUID heardFrom)
            implements PassedOn {}

    /** The case came in for a vendor. Private: the public fact is intake's VendorOrderPlaced, whose event id is {@code heardFrom}. */
    @StoredAs(value = "VendorOrderReceived", version = 3, oldest = 3)
    record VendorOrderReceived(
            Instant at,
            CaseRef ref,
            PolicyScope scope,
            HandOver mode,
            String vendor,
            @Nullable String reference,
            UUID heardFrom)
            implements PassedOn {}

    /**
     * The customer denied the restoration: the cycle of {@code ref} begins, and the case goes back to whoever had solved it.
     *
     * @param holder who has it now
     * @param engineer the engineer; null where no engineer gets it back
     */
    @StoredAs(value = "CaseReopened", version = 2, oldest = 2)
    record CaseReopened(
            Instant at,
            CaseRef ref,
            @Nullable String reason,
            Holder holder,
            @Nullable String engineer) implements OnResolution {}

    /** The case is over. Private: the public fact is followup's FaultCleared, whose event id is {@code heardFrom}. */
    @StoredAs(value = "ClearanceNoted", version = 2, oldest = 2)
    record ClearanceNoted(Instant at, CaseRef ref, UUID heardFrom) implements OnResolution, HeardEvent {}

    @StoredAs("DispatchAcknowledged")
    record DispatchAcknowledged(Instant at, CaseRef ref, String project, String engineer) implements OnDispatch {}

    /**
     * Either the plan, or the difficulty and the next steps.
     *
     * @param contact by what the customer was reached; null where only colleagues were told
     * @param expectedDoneBy by when the engineer expects to be done; null without a plan, or where nobody said
     */
    @StoredAs(value = "EngineerReplied", version = 2, oldest = 2)
    record EngineerReplied(
            Instant at,
            CaseRef ref,
            String engineer,
            Audience to,
            @Nullable Contact contact,
            @Nullable String plan,
            @Nullable Instant expectedDoneBy,
            @Nullable String difficulty,
            @Nullable String nextSteps)
            implements OnDispatch {}

    @StoredAs("ProgressReported")
    record ProgressReported(Instant at, CaseRef ref, String note) implements OnDispatch {}

    /** An engineer gave the work back: the fault is not theirs, or not clear enough; intake hands it over anew. */
    @StoredAs("WorkReturned")
    record WorkReturned(Instant at, CaseRef ref, String engineer, WorkFinding finding, String reason)
            implements OnDispatch {}

    /** @param expectedBy until when the expert contacts the customer, as the customer is told */
    @StoredAs("EscalatedToL2")
    record EscalatedToL2(Instant at, CaseRef ref, String reason, boolean customerTold, Instant expectedBy)
            implements OnEscalation {}

    @StoredAs("EscalatedToL3")
    record EscalatedToL3(Instant at, CaseRef ref, String reason, boolean customerTold) implements OnEscalation {}

    /** @param contact by what the customer was reached, or not; null for a call to the number on file that reached them */
    @StoredAs(value = "ExpertContacted", version = 2, oldest = 2)
    record ExpertContacted(
            Instant at, CaseRef ref, @Nullable Contact contact, String note) implements OnEscalation {
        public boolean reached() {
            return contact == null || contact.reached();
        }
    }

    /**
     * A second one in a cycle is a revised plan. An engineer who owes an answer gives it with the plan, as an {@link EngineerReplied} of its own.
     *
     * @param engineer whose plan it is; null where it is the expert's or the manager's
     * @param contact by what the customer was reached; null where only colleagues were told
     * @param expectedDoneBy by when it will be done; null where nobody said
     */
    @StoredAs(value = "SolutionPlanned", version = 3, oldest = 3)
    record SolutionPlanned(
            Instant at,
            CaseRef ref,
            String plan,
            EscalationTier tier,
            @Nullable String engineer,
            Audience to,
            @Nullable Contact contact,
            @Nullable Instant expectedDoneBy)
            implements OnPlan {}

    /**
     * A fault may be solved before anybody planned how or answered the dispatch: nothing of that is owed any more then.
     *
     * @param tier the highest line the case was escalated to so far
     * @param solvedBy null where nobody solved it, by {@code outcome}
     * @param solver the person or party; null where nobody solved it
     */
    @StoredAs(value = "Resolved", version = 3, oldest = 3)
    record Resolved(
            Instant at,
            CaseRef ref,
            EscalationTier tier,
            ResolutionOutcome outcome,
            @Nullable Holder solvedBy,
            @Nullable String solver,
            String summary)
            implements OnResolution {}

    /** @param until when work goes on by itself */
    @StoredAs(value = "CaseSuspended", version = 2, oldest = 2)
    record CaseSuspended(Instant at, CaseRef ref, SuspensionReason reason, Instant until) implements OnSuspension {}

    /** @param suspensionId the event by which work was suspended */
    @StoredAs(value = "CaseResumed", version = 2, oldest = 2)
    record CaseResumed(Instant at, CaseRef ref, UUID suspensionId) implements OnSuspension {}

    /** Something about one of the case's clocks. */
    record OnClock(ClockEvent clock) implements CaseEvent, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
