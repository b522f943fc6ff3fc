package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import java.util.Set;
import java.util.UUID;

/** What a case learns from its calls, the other services and another system's history. What comes late or twice changes nothing. */
final class CaseNotices {
    private CaseNotices() {}

    static void callback(CaseCommand.PromiseCallback c, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Closed) {
            return;
        }
        state.known()
                .filter(file -> !file.promises().containsKey(c.promiseId()))
                .ifPresent(file -> Promises.make(file, decision, c.promiseId(), c.text(), c.at(), c.dueAt()));
    }

    /**
     * From escalation: only a case that is out can come back solved, and not by a resolution that the
     * customer has denied since. A resolution may arrive before the reopening it follows.
     */
    static void noteResolved(CaseCommand.NoteResolved c, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Solved solved
                && solved.outcome() != Outcome.SOLVED
                && c.cycle() > solved.file().cycle()) {
            CaseRef ref = solved.file().ref().inCycle(c.cycle());
            decision.record(new CaseEvent.CaseReopened(c.at(), ref, false, null));
            decision.record(new CaseEvent.ResolvedElsewhere(c.at(), ref, c.tier()));
        }
        if (state instanceof CaseState.Dispatched out && c.cycle() >= out.file().cycle()) {
            CaseRef ref = out.file().ref().inCycle(c.cycle());
            if (c.cycle() > out.file().cycle()) {
                decision.record(new CaseEvent.CaseReopened(c.at(), ref, false, null));
            }
            decision.record(new CaseEvent.ResolvedElsewhere(c.at(), ref, c.tier()));
        }
    }

    /**
     * From followup. What the first line had solved goes back to its pre-processing, with a new round of that clock; what others had
     * solved they reopen themselves, and here it only may be dispatched again.
     */
    static void reopen(CaseCommand.Reopen c, CaseState state, Decision<CaseEvent> decision) {
        if (state.known().filter(file -> c.cycle() >= file.cycle()).isEmpty()) {
            return;
        }
        switch (state) {
            case CaseState.Solved solved -> {
                CaseFile file = solved.file();
                boolean byFirstLine = solved.outcome() == Outcome.SOLVED;
                UUID reopened = decision.record(
                        new CaseEvent.CaseReopened(c.at(), file.ref().inCycle(c.cycle() + 1), byFirstLine, c.reason()));
                if (byFirstLine && file.registered().registration().type().clocked()) {
                    Phases.clocks(file, decision).start(CaseClock.PREPROCESS, Phases.scope(file), c.at(), reopened);
                }
            }
            case CaseState.Dispatched out ->
                decision.record(
                        new CaseEvent.CaseReopened(c.at(), out.file().ref().inCycle(c.cycle() + 1), false, c.reason()));
            case CaseState.New none -> {}
            case CaseState.Registered atWork -> {}
            case CaseState.ToDispatch atWork -> {}
            case CaseState.Closed closed -> {}
            case CaseState.Imported history -> {}
        }
    }

    static void noteCleared(CaseCommand.NoteCleared c, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Solved || state instanceof CaseState.Dispatched) {
            state.known().ifPresent(file -> decision.record(new CaseEvent.CaseClosed(c.at(), file.ref())));
        }
    }

    static void importHistory(CaseCommand.ImportHistory c, CaseState state, Decision<CaseEvent> decision) {
        Set<String> known = switch (state) {
            case CaseState.New none -> Set.of();
            case CaseState.Imported imported -> imported.rows();
            case CaseState.Registered ours -> throw notImported();
            case CaseState.ToDispatch ours -> throw notImported();
            case CaseState.Dispatched ours -> throw notImported();
            case CaseState.Solved ours -> throw notImported();
            case CaseState.Closed ours -> throw notImported();
        };
        c.rows().stream()
                .filter(row -> !known.contains(row.identity()))
                .forEach(row ->
                        decision.record(new CaseEvent.HistoryImported(c.caseNumber(), c.source(), c.caseKey(), row)));
    }

    private static Rejected notImported() {
        return new Rejected("case-not-imported", "This case is ours and takes no imported history.");
    }
}
