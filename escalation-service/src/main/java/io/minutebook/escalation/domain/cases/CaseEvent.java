package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.ClockStep;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a case between its dispatch and its resolution. Each says which case and cycle, so that a reader need not look back. */
public sealed interface CaseEvent extends DomainEvent {
    /** Who has the case, and what the engineer does who was dispatched. */
    sealed interface OnDispatch extends CaseEvent {}

    /** Intake passed the case on, for the first time or again. */
    sealed interface PassedOn extends OnDispatch {
        CaseRef ref();

        /** By which the policies of the case's clocks are found. */
        PolicyScope scope();
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
    @StoredAs(value = "DispatchReceived", version = 2, oldest = 2)
    record DispatchReceived(Instant at, CaseRef ref, PolicyScope scope, String project, String engineer, UUID heardFrom)
            implements PassedOn {}

    /** The case came in for a vendor. Private: the public fact is intake's VendorOrderPlaced, whose event id is {@code heardFrom}. */
    @StoredAs(value = "VendorOrderReceived", version = 2, oldest = 2)
    record VendorOrderReceived(
            Instant at,
            CaseRef ref,
            PolicyScope scope,
            String vendor,
            @Nullable String reference,
            UUID heardFrom) implements PassedOn {}

    /** The customer denied the restoration, or intake passed the case on once more: the cycle of {@code ref} begins. */
    @StoredAs("CaseReopened")
    record CaseReopened(Instant at, CaseRef ref, @Nullable String reason) implements OnResolution {}

    /** The case is over. Private: the public fact is followup's FaultCleared. */
    @StoredAs("ClearanceNoted")
    record ClearanceNoted(Instant at, CaseRef ref) implements OnResolution {}

    @StoredAs("DispatchAcknowledged")
    record DispatchAcknowledged(Instant at, CaseRef ref, String project, String engineer) implements OnDispatch {}

    /** Either the plan, or the difficulty and the next steps. */
    @StoredAs("EngineerReplied")
    record EngineerReplied(
            Instant at,
            CaseRef ref,
            String engineer,
            @Nullable String plan,
            @Nullable String difficulty,
            @Nullable String nextSteps)
            implements OnDispatch, ClockStep {
        @Override
        public Set<CaseClock> stops() {
            return Set.of(CaseClock.REPLY);
        }
    }

    @StoredAs("ProgressReported")
    record ProgressReported(Instant at, CaseRef ref, String note) implements OnDispatch {}

    /** @param expectedBy until when the expert contacts the customer, as the customer is told */
    @StoredAs("EscalatedToL2")
    record EscalatedToL2(Instant at, CaseRef ref, String reason, boolean customerTold, Instant expectedBy)
            implements OnEscalation {}

    @StoredAs("EscalatedToL3")
    record EscalatedToL3(Instant at, CaseRef ref, String reason, boolean customerTold) implements OnEscalation {}

    @StoredAs("ExpertContacted")
    record ExpertContacted(Instant at, CaseRef ref, String note) implements OnEscalation, ClockStep {
        @Override
        public Set<CaseClock> stops() {
            return Set.of(CaseClock.EXPERT_CONTACT);
        }
    }

    /**
     * A second one in a cycle is a revised plan. The engineer is null where the vendor has the case. A plan is what the dispatch asks for, so an
     * engineer's plan without a reply before it answers the dispatch as well.
     */
    @StoredAs(value = "SolutionPlanned", version = 2, oldest = 2)
    record SolutionPlanned(
            Instant at,
            CaseRef ref,
            String plan,
            Tier tier,
            @Nullable String engineer) implements OnPlan, ClockStep {
        @Override
        public Set<CaseClock> stops() {
            return engineer == null ? Set.of(CaseClock.PLAN) : Set.of(CaseClock.REPLY, CaseClock.PLAN);
        }
    }

    /**
     * Project and engineer are null where the vendor has the case. A fault may be solved before a plan was written down: an engineer's resolution
     * then answers for the reply and the plan.
     */
    @StoredAs(value = "Resolved", version = 2, oldest = 2)
    record Resolved(
            Instant at,
            CaseRef ref,
            Tier tier,
            String summary,
            @Nullable String project,
            @Nullable String engineer) implements OnResolution, ClockStep {
        @Override
        public Set<CaseClock> stops() {
            return engineer == null ? Set.of(CaseClock.PLAN) : Set.of(CaseClock.REPLY, CaseClock.PLAN);
        }
    }

    @StoredAs("CaseSuspended")
    record CaseSuspended(Instant at, CaseRef ref, SuspensionReason reason) implements OnSuspension {}

    @StoredAs("CaseResumed")
    record CaseResumed(Instant at, CaseRef ref) implements OnSuspension {}

    /** Something about one of the case's clocks. */
    record OnClock(ClockEvent clock) implements CaseEvent, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
