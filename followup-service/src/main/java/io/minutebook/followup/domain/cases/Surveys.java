package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.List;

/** The survey after a case was solved: prepared when its clock opens, sent by policy, answered once. A late survey is better than none. */
final class Surveys {
    private Surveys() {}

    static void clockDue(CaseCommand.ClockDue c, FactRecorder<CaseState, CaseEvent> facts) {
        switch (facts.history().phase()) {
            case CaseState.Unknown ignored -> {}
            case CaseState.Known known -> {
                facts.fire(c.clock(), c.round());
                if (c.clock().equals(CaseClock.SURVEY.id())) {
                    prepare(c, known.file(), facts);
                }
            }
        }
    }

    static void sent(CaseCommand.NoteSurveySent c, FactRecorder<CaseState, CaseEvent> facts) {
        switch (facts.history().phase()) {
            case CaseState.Unknown ignored -> {}
            case CaseState.Known known ->
                known.file()
                        .survey(c.surveyId())
                        .filter(survey -> !survey.sent())
                        .ifPresent(survey -> sent(c, survey, known.file(), facts));
        }
    }

    static void answer(CaseCommand.AnswerSurvey c, FactRecorder<CaseState, CaseEvent> facts) {
        switch (facts.history().phase()) {
            case CaseState.Unknown ignored -> throw notFound();
            case CaseState.Known known -> {
                CaseFile file = known.file();
                CaseFile.Survey survey = file.surveyWith(c.token()).orElseThrow(Surveys::notFound);
                if (survey.answered()) {
                    throw new Rejected("survey-already-answered", "This survey has been answered already. Thank you!");
                }
                facts.record(new CaseEvent.SurveyAnswered(
                        facts.decision().now(),
                        file.ref().inCycle(survey.cycle()),
                        survey.surveyId(),
                        c.score(),
                        c.recommend(),
                        c.comment()));
            }
        }
    }

    private static void prepare(CaseCommand.ClockDue c, CaseFile file, FactRecorder<CaseState, CaseEvent> facts) {
        Instant now = facts.decision().now();
        boolean prepared = file.surveys().stream().anyMatch(survey -> survey.round() == c.round());
        facts.history()
                .clocks()
                .clock(CaseClock.SURVEY.id(), c.round())
                .filter(clock -> !prepared && wanted(clock, now))
                .ifPresent(clock -> facts.record(
                        new CaseEvent.SurveyPrepared(
                                now,
                                file.ref(),
                                c.invitation().surveyId(),
                                c.invitation().token(),
                                file.customer().languageOrDefault(),
                                c.round(),
                                clock.startedBy()),
                        clock.startedBy()));
    }

    private static boolean wanted(Clocks.ClockRound clock, Instant now) {
        Instant opensAt = clock.window().opensAt();
        boolean open = opensAt == null || !now.isBefore(opensAt);
        return open
                && switch (clock.status()) {
                    case RUNNING, BREACHED -> true;
                    case PAUSED, WITHDRAWN, MET -> false;
                };
    }

    private static void sent(
            CaseCommand.NoteSurveySent c,
            CaseFile.Survey survey,
            CaseFile file,
            FactRecorder<CaseState, CaseEvent> facts) {
        facts.record(new CaseEvent.SurveySent(
                facts.decision().now(),
                file.ref().inCycle(survey.cycle()),
                survey.surveyId(),
                survey.resolved(),
                c.means(),
                c.sentTo(),
                survey.language()));
        facts.settle(List.of());
    }

    private static Rejected notFound() {
        return new Rejected("survey-not-found", "There is no such survey.");
    }
}
