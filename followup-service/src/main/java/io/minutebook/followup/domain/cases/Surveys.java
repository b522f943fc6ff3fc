package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.UUID;

/** The survey after a case was solved: prepared when its clock opens, sent by policy, answered once. A late survey is better than none. */
final class Surveys {
    private Surveys() {}

    static void clockDue(CaseCommand.ClockDue c, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown ignored -> {}
            case CaseState.Known known -> {
                CaseDecision caseDecision = CaseDecision.of(known, decision);
                caseDecision.clocks().fire(c.clock(), c.round());
                if (c.clock().equals(CaseClock.SURVEY.id())) {
                    prepare(caseDecision, c);
                }
            }
        }
    }

    static void sent(CaseCommand.NoteSurveySent c, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown ignored -> {}
            case CaseState.Known known ->
                known.file()
                        .survey(c.surveyId())
                        .filter(survey -> !survey.sent())
                        .ifPresent(survey -> sent(CaseDecision.of(known, decision), survey, c));
        }
    }

    static void answer(CaseCommand.AnswerSurvey c, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown ignored -> throw notFound();
            case CaseState.Known known -> {
                CaseFile file = known.file();
                CaseFile.Survey survey = file.surveyWith(c.token()).orElseThrow(Surveys::notFound);
                if (survey.answered()) {
                    throw new Rejected("survey-already-answered", "This survey has been answered already. Thank you!");
                }
                decision.record(new CaseEvent.SurveyAnswered(
                        decision.now(),
                        file.ref().inCycle(survey.cycle()),
                        survey.surveyId(),
                        c.score(),
                        c.recommend(),
                        c.comment()));
            }
        }
    }

    private static void prepare(CaseDecision caseDecision, CaseCommand.ClockDue c) {
        CaseFile file = caseDecision.file();
        boolean prepared = file.surveys().stream().anyMatch(survey -> survey.round() == c.round());
        caseDecision
                .clocks()
                .clocks()
                .clock(CaseClock.SURVEY.id(), c.round())
                .filter(clock ->
                        !prepared && wanted(clock, caseDecision.decision().now()))
                .ifPresent(clock -> caseDecision
                        .decision()
                        .record(
                                new CaseEvent.SurveyPrepared(
                                        caseDecision.decision().now(),
                                        file.ref(),
                                        c.invitation().surveyId(),
                                        c.invitation().token(),
                                        file.customer().languageOrDefault(),
                                        c.round()),
                                clock.startedBy()));
    }

    private static boolean wanted(Clocks.ClockRound clock, Instant now) {
        boolean open = clock.opensAt() == null || !now.isBefore(clock.opensAt());
        return open
                && switch (clock.status()) {
                    case RUNNING, BREACHED -> true;
                    case PAUSED, WITHDRAWN, MET -> false;
                };
    }

    private static void sent(CaseDecision caseDecision, CaseFile.Survey survey, CaseCommand.NoteSurveySent c) {
        CaseFile file = caseDecision.file();
        Instant at = caseDecision.decision().now();
        UUID event = caseDecision
                .decision()
                .record(new CaseEvent.SurveySent(
                        at,
                        file.ref().inCycle(survey.cycle()),
                        survey.surveyId(),
                        c.means(),
                        c.sentTo(),
                        survey.language()));
        caseDecision.clocks().stop(CaseClock.SURVEY, survey.round(), at, event);
    }

    private static Rejected notFound() {
        return new Rejected("survey-not-found", "There is no such survey.");
    }
}
