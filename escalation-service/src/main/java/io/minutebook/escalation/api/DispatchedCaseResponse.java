package io.minutebook.escalation.api;

import io.minutebook.escalation.domain.cases.CaseFile;
import io.minutebook.escalation.domain.cases.CaseState;
import io.minutebook.escalation.domain.cases.EscalationTier;
import io.minutebook.escalation.domain.cases.SuspensionReason;
import io.minutebook.escalation.domain.cases.Tier;
import io.minutebook.kernel.Clocks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, for whoever asks.
 *
 * @param phase DISPATCHED, AT_VENDOR, RESOLVED or CLEARED
 * @param suspended why work stands still; null while it goes on
 * @param solvedBy null until it is resolved
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
        @Nullable String vendor,
        @Nullable String reference,
        boolean planned,
        @Nullable EscalationTier escalatedTo,
        @Nullable SuspensionReason suspended,
        @Nullable Tier solvedBy,
        List<Clock> clocks) {
    /** One round of one clock. */
    record Clock(
            String clock,
            int round,
            Clocks.Status status,
            Instant startedAt,
            @Nullable Instant warnAt,
            Instant dueAt) {}

    static DispatchedCaseResponse of(CaseState.Known known) {
        CaseState.Open hands = hands(known);
        CaseState.Dispatched engineer = hands instanceof CaseState.Dispatched dispatched ? dispatched : null;
        CaseState.AtVendor vendor = hands instanceof CaseState.AtVendor atVendor ? atVendor : null;
        CaseFile file = known.file();
        return new DispatchedCaseResponse(
                file.ref().caseId(),
                file.ref().caseNumber(),
                file.ref().site(),
                phase(known),
                file.ref().cycle(),
                engineer == null ? null : engineer.project(),
                engineer == null ? null : engineer.engineer(),
                engineer == null ? null : engineer.acknowledged(),
                vendor == null ? null : vendor.vendor(),
                vendor == null ? null : vendor.reference(),
                file.plans().planned(),
                file.escalations().reached(),
                file.suspensions().reason(),
                solvedBy(known),
                file.clocks().inOrder().stream()
                        .map(DispatchedCaseResponse::clock)
                        .toList());
    }

    /** Who has the case, or had it last. */
    private static CaseState.Open hands(CaseState.Known known) {
        return switch (known) {
            case CaseState.Open open -> open;
            case CaseState.Resolved resolved -> resolved.before();
            case CaseState.Cleared cleared -> hands(cleared.before());
        };
    }

    private static @Nullable Tier solvedBy(CaseState.Known known) {
        return switch (known) {
            case CaseState.Open open -> null;
            case CaseState.Resolved resolved -> resolved.tier();
            case CaseState.Cleared cleared -> solvedBy(cleared.before());
        };
    }

    private static String phase(CaseState.Known known) {
        return switch (known) {
            case CaseState.Dispatched dispatched -> "DISPATCHED";
            case CaseState.AtVendor atVendor -> "AT_VENDOR";
            case CaseState.Resolved resolved -> "RESOLVED";
            case CaseState.Cleared cleared -> "CLEARED";
        };
    }

    private static Clock clock(Clocks.ClockRound clock) {
        return new Clock(clock.name(), clock.round(), clock.status(), clock.startedAt(), clock.warnAt(), clock.dueAt());
    }
}
