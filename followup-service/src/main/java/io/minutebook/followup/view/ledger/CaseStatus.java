package io.minutebook.followup.view.ledger;

import io.minutebook.followup.view.ledger.Timeline.Line;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a case stands, as its events tell. */
enum CaseStatus {
    REGISTERED,
    PREPROCESSED,
    DISPATCHED,
    WITH_VENDOR,
    ACKNOWLEDGED,
    REPLIED,
    ESCALATED,
    PLANNED,
    SUSPENDED,
    RESOLVED,
    RESTORED,
    REOPENED,
    CLEARED,
    IMPORTED;

    private static final Set<CaseStatus> DONE = Set.of(CLEARED, IMPORTED);

    boolean open() {
        return !DONE.contains(this);
    }

    static CaseStatus of(Timeline timeline) {
        CaseStatus status = IMPORTED;
        CaseStatus beforeSuspension = REGISTERED;
        for (Line line : timeline.lines()) {
            if (line.entry().imported()) {
                continue;
            }
            CaseStatus next = after(line, status, beforeSuspension);
            if (next == SUSPENDED && status != SUSPENDED) {
                beforeSuspension = status;
            }
            status = next == null ? status : next;
        }
        return status;
    }

    private static @Nullable CaseStatus after(Line line, CaseStatus status, CaseStatus beforeSuspension) {
        return switch (line.type()) {
            case "CaseRegistered" -> REGISTERED;
            case "PreprocessingConcluded" -> PREPROCESSED;
            case "FaultDispatched" -> DISPATCHED;
            case "VendorOrderPlaced" -> WITH_VENDOR;
            case "DispatchAcknowledged" -> ACKNOWLEDGED;
            case "EngineerReplied" -> REPLIED;
            case "EscalatedToL2", "EscalatedToL3" -> ESCALATED;
            case "SolutionPlanned" -> PLANNED;
            case "CaseSuspended" -> SUSPENDED;
            case "CaseResumed" -> status == SUSPENDED ? beforeSuspension : null;
            case "Resolved" -> RESOLVED;
            case "RestorationConfirmed" -> RESTORED;
            case "RestorationDenied" -> REOPENED;
            case "FaultCleared" -> CLEARED;
            default -> null;
        };
    }
}
