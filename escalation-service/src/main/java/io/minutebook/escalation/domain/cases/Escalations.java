package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.CaseDecision.text;

import io.minutebook.kernel.Rejected;
import java.time.Instant;

/**
 * How far up a case was passed, and the call that the expert owes the customer.
 *
 * @param reached the highest line it was escalated to in this cycle
 * @param highest the highest line it was ever escalated to
 * @param expertAsked whether it was ever escalated to the expert
 */
public record Escalations(EscalationTier reached, EscalationTier highest, boolean expertAsked) {
    static Escalations none() {
        return new Escalations(EscalationTier.L1, EscalationTier.L1, false);
    }

    Escalations inNextCycle() {
        return new Escalations(EscalationTier.L1, highest, expertAsked);
    }

    static void decide(CaseCommand.OnEscalation command, CaseDecision on) {
        switch (command) {
            case CaseCommand.Escalate c -> escalate(c, on);
            case CaseCommand.ContactCustomerAsExpert c ->
                on.record(new CaseEvent.ExpertContacted(on.at(), on.ref(), c.contact(), text(c.note())));
        }
    }

    /** From here the expert has until {@code expectedBy} to call the customer. */
    private static void escalate(CaseCommand.Escalate c, CaseDecision on) {
        String reason = text(c.reason());
        switch (c.tier()) {
            case L1 -> throw new Rejected("already-escalated", "Every case begins in the first line.");
            case L2 ->
                on.record(new CaseEvent.EscalatedToL2(on.at(), on.ref(), reason, c.customerTold(), expectedBy(on)));
            case L3 -> on.record(new CaseEvent.EscalatedToL3(on.at(), on.ref(), reason, c.customerTold()));
        }
    }

    private static Instant expectedBy(CaseDecision on) {
        return on.decision()
                .policies()
                .policy(CaseClock.EXPERT_CONTACT, on.file().scope())
                .limit()
                .from(on.at(), on.decision().policies().site(on.ref().site()))
                .dueAt();
    }

    /** The promise that an expert calls outlives the resolution and a denied restoration, until the fault is cleared. */
    static void check(CaseState.Known state, CaseEvent.OnEscalation event) {
        Escalations escalations = state.file().escalations();
        switch (event) {
            case CaseEvent.EscalatedToL2 e -> escalations.checkBelow(EscalationTier.L2, state);
            case CaseEvent.EscalatedToL3 e -> escalations.checkBelow(EscalationTier.L3, state);
            case CaseEvent.ExpertContacted e -> {
                if (!escalations.expertAsked) {
                    throw new Rejected("rests-on-missing", "No expert was asked by then: escalate the case first.");
                }
            }
        }
    }

    private void checkBelow(EscalationTier tier, CaseState.Known state) {
        Case.open(state);
        if (reached.compareTo(tier) >= 0) {
            throw new Rejected("already-escalated", "The case was escalated to " + reached + " before.");
        }
    }

    static CaseFile apply(CaseFile file, CaseEvent.OnEscalation event) {
        return switch (event) {
            case CaseEvent.EscalatedToL2 e ->
                file.with(file.hands().escalatedTo(Holder.EXPERT))
                        .with(file.escalations().to(EscalationTier.L2));
            case CaseEvent.EscalatedToL3 e ->
                file.with(file.hands().escalatedTo(Holder.MANAGER))
                        .with(file.escalations().to(EscalationTier.L3));
            case CaseEvent.ExpertContacted e -> file;
        };
    }

    private Escalations to(EscalationTier tier) {
        return new Escalations(higher(reached, tier), higher(highest, tier), expertAsked || tier == EscalationTier.L2);
    }

    private static EscalationTier higher(EscalationTier one, EscalationTier other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
