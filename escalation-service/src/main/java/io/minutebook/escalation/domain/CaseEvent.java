package io.minutebook.escalation.domain;

import io.minutebook.kernel.ClockCarrier;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Occurrence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a case between its dispatch and its resolution. The case number stands in each, so that a reader need not look back. */
public sealed interface CaseEvent extends Occurrence {
    /** The case came in for an engineer. Private: the public fact is intake's FaultDispatched, whose event id is {@code heardFrom}. */
    record DispatchReceived(
            Instant at,
            String caseId,
            String caseNumber,
            String site,
            @Nullable String channel,
            @Nullable String priority,
            String project,
            String engineer,
            UUID heardFrom)
            implements CaseEvent {}

    /** The case came in for a vendor. Private: the public fact is intake's VendorOrderPlaced. */
    record VendorOrderReceived(
            Instant at,
            String caseId,
            String caseNumber,
            String site,
            @Nullable String channel,
            @Nullable String priority,
            String vendor,
            @Nullable String reference,
            UUID heardFrom)
            implements CaseEvent {}

    /** The customer denied the restoration: the same hands take the case up again. Private: the public fact is followup's. */
    record CaseReopened(Instant at, int cycle) implements CaseEvent {}

    /** The case is over. Private: the public fact is followup's FaultCleared. */
    record ClearanceNoted(Instant at) implements CaseEvent {}

    record DispatchAcknowledged(Instant at, String caseId, String caseNumber, String engineer) implements CaseEvent {}

    /** Either the plan, or the difficulty and the next steps. */
    record EngineerReplied(
            Instant at,
            String caseId,
            String caseNumber,
            String engineer,
            @Nullable String plan,
            @Nullable String difficulty,
            @Nullable String nextSteps)
            implements CaseEvent {}

    record ProgressReported(Instant at, String caseId, String caseNumber, String note) implements CaseEvent {}

    /** @param expectedBy until when the expert contacts the customer, as the customer is told */
    record EscalatedToL2(
            Instant at, String caseId, String caseNumber, String reason, boolean customerTold, Instant expectedBy)
            implements CaseEvent {}

    record EscalatedToL3(Instant at, String caseId, String caseNumber, String reason, boolean customerTold)
            implements CaseEvent {}

    record ExpertContacted(Instant at, String caseId, String caseNumber, String note) implements CaseEvent {}

    /** @param revised whether it replaces an earlier plan of the same cycle */
    record SolutionPlanned(Instant at, String caseId, String caseNumber, String plan, boolean revised)
            implements CaseEvent {}

    /** @param cycle 1, and one more for each time the customer denied the restoration */
    record Resolved(Instant at, String caseId, String caseNumber, Tier tier, String summary, int cycle)
            implements CaseEvent {}

    record CaseSuspended(Instant at, String caseId, String caseNumber, SuspensionReason reason) implements CaseEvent {}

    record CaseResumed(Instant at, String caseId, String caseNumber) implements CaseEvent {}

    /** Something about one of the case's clocks. */
    record OnClock(ClockEvent clock) implements CaseEvent, ClockCarrier {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
