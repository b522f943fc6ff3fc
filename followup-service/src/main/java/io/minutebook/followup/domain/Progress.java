package io.minutebook.followup.domain;

import io.minutebook.kernel.Decision;
import java.time.Instant;
import java.util.UUID;

/**
 * What the other services tell. Their topics are read side by side, so a plan or a resolution may become known after the customer was called
 * about it: then the clock starts at its own time and stops with the call.
 */
final class Progress {
    private static final String SOLUTION_PLANNED = "SolutionPlanned";

    private Progress() {}

    static void open(CaseCommand.OpenCase c, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown ignored ->
                decision.record(
                        new CaseEvent.CaseOpened(
                                c.caseId(),
                                c.caseNumber(),
                                c.site(),
                                c.channel(),
                                c.type(),
                                c.priority(),
                                c.customer(),
                                c.registered(),
                                c.at()),
                        c.registered());
            case CaseState.Known ignored -> {}
        }
    }

    static void plan(CaseCommand.NotePlan c, CaseState state, Decision<CaseEvent> decision) {
        Turn turn = Turn.known(state, decision);
        CaseFile file = turn.file();
        if (c.cycle() < file.cycle() || c.planned().equals(file.plan())) {
            return;
        }
        decision.record(new CaseEvent.PlanNoted(c.planned(), file.cycle(), c.at()), c.planned());
        Instant called = file.lastReached();
        if (called != null && !called.isBefore(c.at())) {
            turn.start(Turn.CALLBACK, c.at(), c.planned());
            turn.clocks().stop(Turn.CALLBACK, called, c.planned());
        } else if (awaitsCustomer(turn.state())) {
            turn.start(Turn.CALLBACK, c.at(), c.planned());
        }
        if (clearanceStartsOnPlan(turn)) {
            startClearance(turn, c.at(), c.planned());
        }
    }

    static void resolve(CaseCommand.NoteResolution c, CaseState state, Decision<CaseEvent> decision) {
        Turn turn = Turn.known(state, decision);
        CaseFile file = turn.file();
        if (c.cycle() < file.cycle() || turn.state().resolution() != null) {
            return;
        }
        decision.record(new CaseEvent.ResolutionNoted(c.resolved(), c.tier(), file.cycle(), c.at()), c.resolved());
        if (!clearanceStartsOnPlan(turn)) {
            startClearance(turn, c.at(), c.resolved());
        }
        if (file.type().surveyed()) {
            turn.start(Turn.SURVEY, c.at(), c.resolved());
        }
        CaseFile.Answer answer = file.answer();
        if (answer != null && !answer.restored() && !answer.at().isBefore(c.at())) {
            Restoration.deny(turn, answer.at(), null, c.resolved());
        }
    }

    private static void startClearance(Turn turn, Instant at, UUID by) {
        switch (turn.state()) {
            case CaseState.Open ignored -> turn.start(Turn.CLEARANCE, at, by);
            case CaseState.Resolved ignored -> turn.start(Turn.CLEARANCE, at, by);
            case CaseState.Restored ignored -> turn.start(Turn.CLEARANCE, at, by);
            case CaseState.Cleared cleared -> {
                if (!cleared.clearedAt().isBefore(at)) {
                    turn.start(Turn.CLEARANCE, at, by);
                    turn.clocks().stop(Turn.CLEARANCE, cleared.clearedAt(), by);
                }
            }
        }
    }

    private static boolean clearanceStartsOnPlan(Turn turn) {
        return turn.decision()
                .policies()
                .policy(Turn.CLEARANCE, turn.file().scope())
                .startsOn()
                .equals(SOLUTION_PLANNED);
    }

    private static boolean awaitsCustomer(CaseState.Known state) {
        return switch (state) {
            case CaseState.Open ignored -> true;
            case CaseState.Resolved ignored -> true;
            case CaseState.Restored ignored -> false;
            case CaseState.Cleared ignored -> false;
        };
    }
}
