package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.Set;

/** What a case learns from the other services and another system's history. It counts as of when it happened, however late it is heard. */
final class CaseNotices {
    private CaseNotices() {}

    /** What is told of a case that is not ours changes nothing. */
    static void note(CaseCommand.Notice notice, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = facts.history().phase().known().orElse(null);
        if (file == null) {
            return;
        }
        switch (notice) {
            case CaseCommand.NoteEscalated c ->
                facts.note(
                        new CaseEvent.EscalatedElsewhere(c.at(), file.ref().inCycle(c.cycle()), c.heardFrom()), null);
            case CaseCommand.NoteResolved c ->
                facts.note(
                        new CaseEvent.ResolvedElsewhere(c.at(), file.ref().inCycle(c.cycle()), c.heardFrom(), c.tier()),
                        null);
            case CaseCommand.Reopen c -> reopen(c, facts);
            case CaseCommand.NoteCleared c ->
                facts.note(
                        new CaseEvent.CaseClosed(
                                c.at(), facts.asOf(c.at()).known().orElse(file).ref(), c.heardFrom()),
                        null);
        }
    }

    /**
     * From followup. What the first line had solved goes back to its pre-processing; what others had solved they reopen themselves, and here it
     * only may be given to somebody again. A denial is never earlier than the resolution that it denies.
     */
    private static void reopen(CaseCommand.Reopen c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant at = facts.history().facts().stream()
                .filter(fact -> resolves(c.cycle(), fact.event()))
                .map(Fact::at)
                .reduce(c.at(), StepTime::notBefore);
        CaseState then = facts.asOf(at);
        CaseFile file = then.known().orElse(null);
        boolean open = then instanceof CaseState.ToDispatch
                || then instanceof CaseState.Dispatched
                || then instanceof CaseState.Solved;
        if (file != null && open && file.cycle() == c.cycle()) {
            facts.note(
                    new CaseEvent.CaseReopened(
                            at,
                            file.ref().inCycle(c.cycle() + 1),
                            file.type(),
                            Phases.outcome(then) == Outcome.SOLVED,
                            c.reason()),
                    c.heardFrom());
        }
    }

    private static boolean resolves(int cycle, CaseEvent event) {
        return (event instanceof CaseEvent.Resolved here && here.ref().cycle() == cycle)
                || (event instanceof CaseEvent.ResolvedElsewhere there
                        && there.ref().cycle() == cycle);
    }

    /**
     * A resolution of a cycle that is over is no longer one, since the customer has denied it. One of a cycle that has not begun as far as is known
     * here was heard before the reopening that it follows.
     */
    static CaseState resolved(CaseState state, CaseFile file, CaseEvent.ResolvedElsewhere e) {
        if (state instanceof CaseState.Closed || e.ref().cycle() < file.cycle()) {
            return state;
        }
        if (e.ref().cycle() == file.cycle()) {
            return new CaseState.Solved(file, Phases.outcome(state));
        }
        return new CaseState.Solved(
                file.reopened(e.ref()),
                Phases.outcome(state) == Outcome.SOLVED ? Outcome.DISPATCH : Phases.outcome(state));
    }

    static CaseState reopened(CaseState state, CaseFile file, CaseEvent.CaseReopened e) {
        if (state instanceof CaseState.Closed || e.ref().cycle() <= file.cycle()) {
            return state;
        }
        CaseFile next = file.reopened(e.ref());
        return e.toFirstLine() ? new CaseState.Registered(next) : new CaseState.Dispatched(next, Phases.outcome(state));
    }

    static void importHistory(CaseCommand.ImportHistory c, FactRecorder<CaseState, CaseEvent> facts) {
        CaseState state = facts.history().phase();
        if (state.known().isPresent()) {
            throw new Rejected("case-not-imported", "This case is ours and takes no imported history.");
        }
        Set<String> known = state instanceof CaseState.Imported imported ? imported.rows() : Set.of();
        c.rows().stream()
                .filter(row -> !known.contains(row.identity()))
                .forEach(row -> facts.decision()
                        .record(new CaseEvent.HistoryImported(c.caseNumber(), c.source(), c.caseKey(), row)));
    }
}
