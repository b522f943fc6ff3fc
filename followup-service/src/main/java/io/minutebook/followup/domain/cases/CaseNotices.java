package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the other services tell. Their topics are read side by side, so a plan or a resolution may become known after the customer was called
 * about it; it counts from its own time.
 */
final class CaseNotices {
    private CaseNotices() {}

    static void open(CaseCommand.OpenCase c, FactRecorder<CaseState, CaseEvent> facts) {
        switch (facts.history().phase()) {
            case CaseState.Unknown ignored ->
                facts.note(
                        new CaseEvent.CaseOpened(
                                c.at(), c.ref(), c.channel(), c.type(), c.priority(), c.customer(), c.registered()),
                        c.registered());
            case CaseState.Known ignored -> {}
        }
    }

    static void plan(CaseCommand.NotePlan c, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = CaseState.known(facts.history().phase()).file();
        if (noted(facts, c.planned())) {
            return;
        }
        boolean owed = !c.told() && file.type() == CaseType.FAULT && !(facts.asOf(c.at()) instanceof CaseState.Cleared);
        facts.note(new CaseEvent.PlanNoted(c.at(), refAt(facts, c.at()), c.planned(), owed), c.planned());
        facts.settle(List.of(c.planned().toString()));
    }

    static void resolve(CaseCommand.NoteResolution c, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = CaseState.known(facts.history().phase()).file();
        if (noted(facts, c.resolved())) {
            return;
        }
        facts.note(
                new CaseEvent.ResolutionNoted(
                        c.at(), refAt(facts, c.at()), c.resolved(), c.tier(), c.solver(), c.firstLine(), file.type()),
                c.resolved());
        Restoration.weighAnswers(facts);
        facts.settle(List.of(c.resolved().toString()));
    }

    /** A plan that the customer is to be told cannot come after the clearance. */
    static void check(CaseState.Known state, CaseEvent.PlanNoted plan) {
        if (plan.owed() && state instanceof CaseState.Cleared) {
            throw new Rejected("fault-already-cleared", "The fault is cleared; nobody is to be told a plan any more.");
        }
    }

    private static boolean noted(FactRecorder<CaseState, CaseEvent> facts, UUID event) {
        return facts.history().facts().stream().anyMatch(fact -> fact.id().equals(event));
    }

    /** Returns the case in the cycle that it was in at a time. */
    private static CaseRef refAt(FactRecorder<CaseState, CaseEvent> facts, Instant at) {
        CaseState then = facts.asOf(at);
        return CaseState.known(
                        then instanceof CaseState.Known ? then : facts.history().phase())
                .file()
                .ref();
    }
}
