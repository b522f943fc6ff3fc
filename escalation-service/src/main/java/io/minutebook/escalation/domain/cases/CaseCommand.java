package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Stated;
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
    record ReceiveDispatch(
            UUID heardFrom, Instant at, CaseRef ref, PolicyScope scope, HandOver mode, String project, String engineer)
            implements Assignment {}

    /** Intake ordered the repair from the terminal's vendor, and goes on tracking it. */
    record ReceiveVendorOrder(
            UUID heardFrom,
            Instant at,
            CaseRef ref,
            PolicyScope scope,
            HandOver mode,
            String vendor,
            @Nullable String reference)
            implements Assignment {}

    /** The customer denied that service is restored; the cycle is the one that failed. */
    record Reopen(
            UUID heardFrom,
            Instant at,
            CaseRef ref,
            @Nullable String reason) implements Notice {}

    /** The fault was cleared with the customer. */
    record NoteClearance(UUID heardFrom, Instant at, CaseRef ref) implements Notice {}

    /** What a person does. */
    sealed interface Action extends CaseCommand {
        /** When it happened, and what shows it. */
        Stated stated();
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

    record AcknowledgeDispatch(String caseId, Whose whose, Stated stated) implements OnDispatch {}

    record ReplyToDispatch(String caseId, Whose whose, Reply reply, Told told, Stated stated) implements OnDispatch {}

    record ReportProgress(String caseId, String note, Stated stated) implements OnDispatch {}

    record ReturnWork(String caseId, Whose whose, WorkFinding finding, String reason, Stated stated)
            implements OnDispatch {}

    /** @param customerTold whether the customer was told of the escalation and when to expect the expert; false is recorded, not refused */
    record Escalate(String caseId, EscalationTier tier, String reason, boolean customerTold, Stated stated)
            implements OnEscalation {}

    /** @param contact null for a call to the number on file that reached the customer */
    record ContactCustomerAsExpert(String caseId, @Nullable Contact contact, String note, Stated stated)
            implements OnEscalation {}

    record PlanSolution(String caseId, Whose whose, Reply.WithPlan plan, Told told, Stated stated) implements OnPlan {}

    /**
     * @param by who enters it
     * @param outcome null for fixed
     * @param solvedBy null for who has the case first and foremost
     * @param solver null for the engineer or the vendor who has the case or, of the others, who enters it
     */
    record ResolveFault(
            String caseId,
            String by,
            @Nullable ResolutionOutcome outcome,
            @Nullable Holder solvedBy,
            @Nullable String solver,
            String summary,
            Stated stated)
            implements OnResolution {}

    /** @param until when work goes on by itself; null for as late as can be */
    record SuspendCase(
            String caseId, String reason, @Nullable Instant until, Stated stated) implements OnSuspension {}

    /** @param suspensionId null for the suspension that lasts */
    record ResumeCase(String caseId, @Nullable UUID suspensionId, Stated stated) implements OnSuspension {}
}
