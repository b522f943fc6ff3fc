package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.PolicyScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case that was dispatched or sent to a vendor. */
public sealed interface CaseCommand {
    String caseId();

    /** A timer came due; whether that means anything is decided when it arrives. */
    record ClockDue(String caseId, String clock, int round) implements CaseCommand {}

    /** News from another service: redelivered or stale news decides nothing and is never refused. */
    sealed interface Notice extends CaseCommand {
        /** The published event that brings the news. */
        UUID heardFrom();

        /** When it happened there. */
        Instant at();

        CaseRef ref();

        @Override
        default String caseId() {
            return ref().caseId();
        }
    }

    /** Intake passes the case on, for the first time or again. */
    sealed interface Assignment extends Notice {
        PolicyScope scope();
    }

    /** Intake dispatched the fault to an engineer. */
    record ReceiveDispatch(UUID heardFrom, Instant at, CaseRef ref, PolicyScope scope, String project, String engineer)
            implements Assignment {}

    /** Intake ordered the repair from the terminal's vendor, and goes on tracking it. */
    record ReceiveVendorOrder(
            UUID heardFrom,
            Instant at,
            CaseRef ref,
            PolicyScope scope,
            String vendor,
            @Nullable String reference) implements Assignment {}

    /** The customer denied that service is restored; the cycle is the one that failed. */
    record Reopen(
            UUID heardFrom,
            Instant at,
            CaseRef ref,
            @Nullable String reason) implements Notice {}

    /** The fault was cleared with the customer. */
    record NoteClearance(UUID heardFrom, Instant at, CaseRef ref) implements Notice {}

    /** What a person does; {@code occurredAt} is given when it is entered late. */
    sealed interface Action extends CaseCommand {
        @Nullable
        Instant occurredAt();
    }

    /** What the engineer does who was dispatched. */
    sealed interface OnDispatch extends Action {}

    /** What is said of the solution plan. */
    sealed interface OnPlan extends Action {}

    /** How a case goes up the lines, and what the expert does. */
    sealed interface OnEscalation extends Action {}

    /** Work stands still, or goes on. */
    sealed interface OnSuspension extends Action {}

    /** The fault is solved. */
    sealed interface OnResolution extends Action {}

    record AcknowledgeDispatch(String caseId, @Nullable Instant occurredAt) implements OnDispatch {}

    record ReplyToDispatch(
            String caseId, Reply reply, @Nullable Instant occurredAt) implements OnDispatch {}

    record ReportProgress(
            String caseId, String note, @Nullable Instant occurredAt) implements OnDispatch {}

    /** @param customerTold whether the customer was told of the escalation and when to expect the expert; false is recorded, not refused */
    record Escalate(
            String caseId,
            EscalationTier tier,
            String reason,
            boolean customerTold,
            @Nullable Instant occurredAt) implements OnEscalation {}

    record ContactCustomerAsExpert(
            String caseId, String note, @Nullable Instant occurredAt) implements OnEscalation {}

    record PlanSolution(
            String caseId, String plan, @Nullable Instant occurredAt) implements OnPlan {}

    record ResolveFault(
            String caseId, String summary, @Nullable Instant occurredAt) implements OnResolution {}

    record SuspendCase(
            String caseId,
            SuspensionReason reason,
            @Nullable Instant occurredAt) implements OnSuspension {}

    record ResumeCase(String caseId, @Nullable Instant occurredAt) implements OnSuspension {}
}
