package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.CaseDecision.text;

import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far up a case was passed in its cycle, and the call that the expert owes the customer.
 *
 * @param reached the highest line it was escalated to; null while it was not
 */
public record Escalations(@Nullable EscalationTier reached) {
    static Escalations none() {
        return new Escalations(null);
    }

    static void decide(CaseCommand.OnEscalation command, CaseDecision on) {
        switch (command) {
            case CaseCommand.Escalate c -> escalate(c, on);
            case CaseCommand.ContactCustomerAsExpert c -> contact(c, on);
        }
    }

    private static void escalate(CaseCommand.Escalate c, CaseDecision on) {
        on.open();
        String reason = text(c.reason());
        EscalationTier reached = on.file().escalations().reached();
        if (reached != null && reached.compareTo(c.tier()) >= 0) {
            throw new Rejected("already-escalated", "The case was escalated to " + reached + " before.");
        }
        switch (c.tier()) {
            case L2 -> toL2(reason, c.customerTold(), on);
            case L3 -> on.record(new CaseEvent.EscalatedToL3(on.at(), on.ref(), reason, c.customerTold()));
        }
    }

    /** From here the expert has until {@code expectedBy} to call the customer; a call that is still owed from an earlier cycle keeps its limit. */
    private static void toL2(String reason, boolean customerTold, CaseDecision on) {
        CaseFile file = on.file();
        Instant expectedBy = owed(file)
                .filter(Clocks.ClockRound::open)
                .map(Clocks.ClockRound::dueAt)
                .orElseGet(() -> on.decision()
                        .policies()
                        .policy(CaseClock.EXPERT_CONTACT, file.scope())
                        .limit()
                        .from(on.at(), on.decision().policies().site(on.ref().site()))
                        .dueAt());
        UUID escalated = on.record(new CaseEvent.EscalatedToL2(on.at(), on.ref(), reason, customerTold, expectedBy));
        on.clocks().start(CaseClock.EXPERT_CONTACT, file.scope(), on.at(), escalated);
        SuspensionReason suspended = file.suspensions().reason();
        if (suspended != null) {
            on.clocks().pause(CaseClock.EXPERT_CONTACT, on.at(), suspended.name(), escalated);
        }
    }

    /** The promise that an expert calls outlives the resolution and a denied restoration, until the fault is cleared. */
    private static void contact(CaseCommand.ContactCustomerAsExpert c, CaseDecision on) {
        if (on.file().escalations().reached() == null && owed(on.file()).isEmpty()) {
            throw new Rejected("not-escalated", "No expert was asked: escalate the case first.");
        }
        on.record(new CaseEvent.ExpertContacted(on.at(), on.ref(), text(c.note())));
    }

    /** Returns the round of the expert's clock whose call nobody has made yet. */
    private static Optional<Clocks.ClockRound> owed(CaseFile file) {
        return file.clocks()
                .latest(CaseClock.EXPERT_CONTACT.id())
                .filter(round -> round.open() || (round.status() == Clocks.Status.BREACHED && !round.taken()));
    }

    Escalations evolve(CaseEvent.OnEscalation event) {
        return switch (event) {
            case CaseEvent.EscalatedToL2 e -> new Escalations(EscalationTier.L2);
            case CaseEvent.EscalatedToL3 e -> new Escalations(EscalationTier.L3);
            case CaseEvent.ExpertContacted e -> this;
        };
    }
}
