package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.Decision;
import java.time.Instant;
import java.util.UUID;

/**
 * What the other services tell. Their topics are read side by side, so a plan or a resolution may become known after the customer was called
 * about it: then the clock starts at its own time and stops with the call.
 */
final class CaseNotices {
    private static final String SOLUTION_PLANNED = "SolutionPlanned";

    private CaseNotices() {}

    static void open(CaseCommand.OpenCase c, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown ignored ->
                decision.record(
                        new CaseEvent.CaseOpened(
                                c.at(), c.ref(), c.channel(), c.type(), c.priority(), c.customer(), c.registered()),
                        c.registered());
            case CaseState.Known ignored -> {}
        }
    }

    static void plan(CaseCommand.NotePlan c, CaseState state, Decision<CaseEvent> decision) {
        CaseDecision caseDecision = CaseDecision.known(state, decision);
        CaseFile file = caseDecision.file();
        if (c.cycle() < file.ref().cycle() || c.planned().equals(file.plan())) {
            return;
        }
        decision.record(new CaseEvent.PlanNoted(c.at(), file.ref(), c.planned()), c.planned());
        Instant called = file.lastReached();
        if (called != null && !called.isBefore(c.at())) {
            caseDecision.start(CaseClock.CALLBACK, c.at(), c.planned());
            caseDecision.clocks().stop(CaseClock.CALLBACK, called, c.planned());
        } else if (awaitsCustomer(caseDecision.state())) {
            caseDecision.start(CaseClock.CALLBACK, c.at(), c.planned());
        }
        if (clearanceStartsOnPlan(caseDecision)) {
            startClearance(caseDecision, c.at(), c.planned());
        }
    }

    static void resolve(CaseCommand.NoteResolution c, CaseState state, Decision<CaseEvent> decision) {
        CaseDecision caseDecision = CaseDecision.known(state, decision);
        CaseFile file = caseDecision.file();
        if (c.cycle() < file.ref().cycle() || caseDecision.state().resolution() != null) {
            return;
        }
        decision.record(new CaseEvent.ResolutionNoted(c.at(), file.ref(), c.resolved(), c.tier()), c.resolved());
        if (!clearanceStartsOnPlan(caseDecision)) {
            startClearance(caseDecision, c.at(), c.resolved());
        }
        if (file.type().surveyed()) {
            caseDecision.start(CaseClock.SURVEY, c.at(), c.resolved());
        }
        CaseFile.Answer answer = file.answer();
        if (answer != null && !answer.restored() && !answer.at().isBefore(c.at())) {
            Restoration.deny(caseDecision, answer.at(), null, c.resolved());
        }
    }

    private static void startClearance(CaseDecision caseDecision, Instant at, UUID by) {
        switch (caseDecision.state()) {
            case CaseState.Open ignored -> caseDecision.start(CaseClock.CLEARANCE, at, by);
            case CaseState.Resolved ignored -> caseDecision.start(CaseClock.CLEARANCE, at, by);
            case CaseState.Restored ignored -> caseDecision.start(CaseClock.CLEARANCE, at, by);
            case CaseState.Cleared cleared -> {
                if (!cleared.clearedAt().isBefore(at)) {
                    caseDecision.start(CaseClock.CLEARANCE, at, by);
                    caseDecision.clocks().stop(CaseClock.CLEARANCE, cleared.clearedAt(), by);
                }
            }
        }
    }

    private static boolean clearanceStartsOnPlan(CaseDecision caseDecision) {
        return caseDecision
                .decision()
                .policies()
                .policy(CaseClock.CLEARANCE, caseDecision.file().scope())
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
