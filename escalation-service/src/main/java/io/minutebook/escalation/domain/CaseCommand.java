package io.minutebook.escalation.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case that was dispatched or sent to a vendor. */
public sealed interface CaseCommand {
    String caseId();

    /** A timer came due; whether that means anything is decided when it arrives. */
    record ClockDue(String caseId, String clock, int round) implements CaseCommand {}

    /** News from another service: redelivered or stale news decides nothing and is never refused. */
    sealed interface News extends CaseCommand {
        /** The published event that brings the news. */
        UUID heardFrom();

        /** When it happened there. */
        Instant at();
    }

    /** Intake dispatched the fault to an engineer, for the first time or again. */
    record ReceiveDispatch(
            String caseId,
            UUID heardFrom,
            Instant at,
            String caseNumber,
            String site,
            @Nullable String channel,
            @Nullable String priority,
            String project,
            String engineer)
            implements News {}

    /** Intake ordered the repair from the terminal's vendor, and goes on tracking it. */
    record ReceiveVendorOrder(
            String caseId,
            UUID heardFrom,
            Instant at,
            String caseNumber,
            String site,
            @Nullable String channel,
            @Nullable String priority,
            String vendor,
            @Nullable String reference)
            implements News {}

    /** The customer denied that service is restored. */
    record Reopen(String caseId, UUID heardFrom, Instant at) implements News {}

    /** The fault was cleared with the customer. */
    record NoteClearance(String caseId, UUID heardFrom, Instant at) implements News {}

    /** What a person does; {@code occurredAt} is given when it is entered late. */
    sealed interface Act extends CaseCommand {
        @Nullable
        Instant occurredAt();
    }

    record AcknowledgeDispatch(String caseId, @Nullable Instant occurredAt) implements Act {}

    record ReplyToDispatch(
            String caseId, Reply reply, @Nullable Instant occurredAt) implements Act {}

    record ReportProgress(
            String caseId, String note, @Nullable Instant occurredAt) implements Act {}

    /** @param customerTold whether the customer was told of the escalation and when to expect the expert; false is recorded, not refused */
    record Escalate(
            String caseId,
            EscalationTier tier,
            String reason,
            boolean customerTold,
            @Nullable Instant occurredAt) implements Act {}

    record ContactCustomerAsExpert(
            String caseId, String note, @Nullable Instant occurredAt) implements Act {}

    record PlanSolution(
            String caseId, String plan, @Nullable Instant occurredAt) implements Act {}

    record ResolveFault(
            String caseId, String summary, @Nullable Instant occurredAt) implements Act {}

    record SuspendCase(
            String caseId,
            SuspensionReason reason,
            @Nullable Instant occurredAt) implements Act {}

    record ResumeCase(String caseId, @Nullable Instant occurredAt) implements Act {}
}
