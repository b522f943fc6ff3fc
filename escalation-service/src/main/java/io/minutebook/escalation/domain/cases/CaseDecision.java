package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.UUID;

/**
 * One decision about what a person does on a case, with its clocks at hand.
 *
 * @param at when it was done
 */
record CaseDecision(
        CaseState.Known state,
        CaseFile file,
        Instant at,
        Decision<CaseEvent> decision,
        ClockRecorder<CaseEvent> clocks) {
    /** @throws Rejected for a case that was not passed on yet, or that is over, and for a time before the cycle began */
    static CaseDecision of(CaseCommand.Action action, CaseState state, Decision<CaseEvent> decision) {
        return switch (state) {
            case CaseState.Unknown unknown ->
                throw Rejected.notYet(
                        "case-not-known-yet", "The case was not passed on yet, or the news of it has not arrived.");
            case CaseState.Open open -> of(action, open, decision);
            case CaseState.Resolved resolved -> of(action, resolved, decision);
            case CaseState.Cleared cleared ->
                throw new Rejected("case-cleared", "The fault is cleared; the case is over.");
        };
    }

    private static CaseDecision of(CaseCommand.Action action, CaseState.Known state, Decision<CaseEvent> decision) {
        CaseFile file = state.file();
        Instant at = StepTime.of(action.occurredAt(), file.begunAt(), decision);
        return new CaseDecision(state, file, at, decision, Case.clocks(file, decision));
    }

    CaseRef ref() {
        return file.ref();
    }

    /** Records an event and stops the clocks that wait for it. */
    UUID record(CaseEvent event) {
        return clocks.record(event);
    }

    /** @throws Rejected where the fault is resolved */
    CaseState.Open open() {
        return switch (state) {
            case CaseState.Open open -> open;
            case CaseState.Resolved resolved -> throw resolved();
            case CaseState.Cleared cleared -> throw resolved();
        };
    }

    /** @throws Rejected where the vendor has the case, or the fault is resolved */
    CaseState.Dispatched dispatched() {
        return switch (open()) {
            case CaseState.Dispatched dispatched -> dispatched;
            case CaseState.AtVendor atVendor ->
                throw new Rejected("case-at-vendor", "The case is with the vendor; no engineer has it.");
        };
    }

    /** Returns who works on the case now: the vendor, or the line it was escalated to. */
    Tier tier() {
        return switch (open()) {
            case CaseState.AtVendor atVendor -> Tier.VENDOR;
            case CaseState.Dispatched dispatched ->
                file.escalations().reached() == EscalationTier.L3 ? Tier.L3 : Tier.L2;
        };
    }

    /** @throws Rejected for a text without a word in it */
    static String text(String text) {
        if (text.isBlank()) {
            throw new Rejected("text-missing", "Say it in words: an empty text says nothing.");
        }
        return text;
    }

    private static Rejected resolved() {
        return new Rejected("case-resolved", "The fault is resolved; only a denied restoration opens the case again.");
    }
}
