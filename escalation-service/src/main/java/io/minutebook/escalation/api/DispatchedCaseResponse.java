package io.minutebook.escalation.api;

import io.minutebook.escalation.domain.cases.CaseFile;
import io.minutebook.escalation.domain.cases.CaseState;
import io.minutebook.escalation.domain.cases.EscalationTier;
import io.minutebook.escalation.domain.cases.Hands;
import io.minutebook.escalation.domain.cases.Holder;
import io.minutebook.escalation.domain.cases.ResolutionOutcome;
import io.minutebook.escalation.domain.cases.Solution;
import io.minutebook.escalation.domain.cases.SuspensionReason;
import io.minutebook.escalation.domain.cases.Suspensions;
import io.minutebook.kernel.Clocks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, for whoever asks.
 *
 * @param phase DISPATCHED, ESCALATED, AT_VENDOR, RETURNED, RESOLVED or CLEARED
 * @param engineer the engineer who leads; null where no engineer has the case
 * @param engineers all engineers who have the case
 * @param escalatedTo how far up it was passed in this cycle; null where it was not
 * @param suspensions why work stands still; empty while it goes on
 * @param outcome null until it is resolved
 * @param solvedBy null until it is resolved, and where nobody solved it
 * @param solver the same
 */
record DispatchedCaseResponse(
        String caseId,
        String caseNumber,
        String site,
        String phase,
        int cycle,
        @Nullable String project,
        @Nullable String engineer,
        @Nullable Boolean acknowledged,
        List<Engineer> engineers,
        @Nullable String vendor,
        @Nullable String reference,
        boolean planned,
        @Nullable EscalationTier escalatedTo,
        List<Suspension> suspensions,
        @Nullable ResolutionOutcome outcome,
        @Nullable Holder solvedBy,
        @Nullable String solver,
        List<Clock> clocks) {
    /** @param replied whether they answered since the case came to them */
    record Engineer(@Nullable String project, String engineer, boolean acknowledged, boolean replied) {}

    record Suspension(UUID suspensionId, SuspensionReason reason, Instant from, Instant until) {}

    /**
     * One run of one clock.
     *
     * @param marginSeconds what was left of the limit when the act was done, negative where it came too late; null without an act
     * @param reason why nothing is owed any more; null where it is not withdrawn
     */
    record Clock(
            UUID clockId,
            String clock,
            int round,
            Clocks.Status status,
            Instant startedAt,
            @Nullable Instant warnAt,
            Instant dueAt,
            @Nullable Long marginSeconds,
            @Nullable String reason) {}

    static DispatchedCaseResponse of(CaseState.Known known, Clocks clocks, Instant now) {
        CaseFile file = known.file();
        Hands hands = file.hands();
        Hands.Engineer engineer = hands.lead();
        Hands.Vendor vendor = hands.vendor();
        EscalationTier reached = file.escalations().reached();
        Solution solution = solution(known);
        return new DispatchedCaseResponse(
                file.ref().caseId(),
                file.ref().caseNumber(),
                file.ref().site(),
                phase(known),
                file.ref().cycle(),
                engineer == null ? null : engineer.project(),
                engineer == null ? null : engineer.name(),
                engineer == null ? null : engineer.acknowledged(),
                hands.engineers().stream().map(DispatchedCaseResponse::engineer).toList(),
                vendor == null ? null : vendor.name(),
                vendor == null ? null : vendor.reference(),
                file.planned(),
                reached == EscalationTier.L1 ? null : reached,
                file.suspensions()
                        .at(now)
                        .map(DispatchedCaseResponse::suspension)
                        .toList(),
                solution == null ? null : solution.outcome(),
                solution == null ? null : solution.solvedBy(),
                solution == null ? null : solution.solver(),
                clocks.inOrder().stream().map(DispatchedCaseResponse::clock).toList());
    }

    private static @Nullable Solution solution(CaseState.Known known) {
        return switch (known) {
            case CaseState.Open open -> null;
            case CaseState.Resolved resolved -> resolved.solution();
            case CaseState.Cleared cleared -> solution(cleared.before());
        };
    }

    private static String phase(CaseState.Known known) {
        return switch (known) {
            case CaseState.Open open -> phase(open.file().hands().holder());
            case CaseState.Resolved resolved -> "RESOLVED";
            case CaseState.Cleared cleared -> "CLEARED";
        };
    }

    private static String phase(@Nullable Holder holder) {
        return switch (holder) {
            case null -> "RETURNED";
            case ENGINEER -> "DISPATCHED";
            case EXPERT, MANAGER, PARTNER -> "ESCALATED";
            case VENDOR -> "AT_VENDOR";
        };
    }

    private static Engineer engineer(Hands.Engineer engineer) {
        return new Engineer(engineer.project(), engineer.name(), engineer.acknowledged(), engineer.replied());
    }

    private static Suspension suspension(Suspensions.Suspension suspension) {
        return new Suspension(suspension.id(), suspension.reason(), suspension.from(), suspension.until());
    }

    private static Clock clock(Clocks.ClockRound clock) {
        return new Clock(
                clock.clockId(),
                clock.name(),
                clock.round(),
                clock.status(),
                clock.startedAt(),
                clock.warnAt(),
                clock.dueAt(),
                clock.verdict().marginSeconds(),
                clock.verdict().reason());
    }
}
