package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.CaseDecision.text;

import java.util.UUID;

/** The fault is solved as far as those who worked on it can say; a denial opens the case again, the clearance ends it. */
final class Resolution {
    private Resolution() {}

    static void decide(CaseCommand.OnResolution command, CaseDecision on) {
        switch (command) {
            case CaseCommand.ResolveFault c -> resolve(c.summary(), on);
        }
    }

    private static void resolve(String summary, CaseDecision on) {
        CaseState.Dispatched engineer = on.open() instanceof CaseState.Dispatched dispatched ? dispatched : null;
        UUID resolved = on.record(new CaseEvent.Resolved(
                on.at(),
                on.ref(),
                on.tier(),
                text(summary),
                engineer == null ? null : engineer.project(),
                engineer == null ? null : engineer.engineer()));
        on.clocks().resume(CaseClock.EXPERT_CONTACT, on.at(), resolved);
    }

    static CaseState evolve(CaseState.Known known, CaseEvent.OnResolution event) {
        return switch (event) {
            case CaseEvent.Resolved e -> {
                CaseState.Open open = Case.phase(CaseState.Open.class, known);
                yield new CaseState.Resolved(open.with(open.file().with(Suspensions.none())), e.tier(), e.at());
            }
            case CaseEvent.CaseReopened e -> {
                CaseState.Open open = inHand(known);
                yield open.again(open.file().inCycle(e.ref().cycle(), e.at()));
            }
            case CaseEvent.ClearanceNoted e ->
                new CaseState.Cleared(known.with(known.file().with(Suspensions.none())));
        };
    }

    /** Returns who has the case, or had it before it was resolved. */
    private static CaseState.Open inHand(CaseState.Known known) {
        return switch (known) {
            case CaseState.Open open -> open;
            case CaseState.Resolved resolved -> resolved.before();
            case CaseState.Cleared cleared -> throw new IllegalStateException("a cleared case opens no more");
        };
    }
}
