package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The survey after a case was solved: prepared when its clock opens, sent by policy, answered once. It counts as sent once a channel accepted it or
 * somebody reached the customer and asked; where no channel is left, it is a task of the follow-up desk. A late survey is better than none.
 */
final class Surveys {
    private static final String CUSTOMER_UNREACHED = "customer-unreached";

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
        unsent(c.surveyId(), facts).ifPresent(survey -> {
            Instant now = facts.decision().now();
            sent(now, survey, c.means(), c.sentTo(), c.messageId(), facts);
            facts.settle(List.of());
        });
    }

    static void refused(CaseCommand.NoteSurveyRefused c, FactRecorder<CaseState, CaseEvent> facts) {
        unsent(c.surveyId(), facts)
                .filter(survey -> !survey.refused().contains(c.means()))
                .ifPresent(survey -> failed(survey, c.means(), c.reason(), facts));
    }

    static void openTask(CaseCommand.OpenSurveyTask c, FactRecorder<CaseState, CaseEvent> facts) {
        unsent(c.surveyId(), facts)
                .filter(survey -> !survey.task())
                .ifPresent(survey -> facts.record(
                        new CaseEvent.SurveyTaskOpened(facts.decision().now(), ref(survey, facts), survey.surveyId())));
    }

    static void handOver(CaseCommand.HandOverSurvey c, FactRecorder<CaseState, CaseEvent> facts) {
        Survey survey = task(c.surveyId(), facts);
        Contact contact = c.contact();
        if (!contact.reached()) {
            if (c.score() != null) {
                throw new Rejected("customer-not-reached", "A customer who was not reached cannot have answered.");
            }
            failed(survey, SurveyMeans.CALL, CUSTOMER_UNREACHED, facts);
            return;
        }
        CaseFile file = file(facts);
        Instant at = StepTime.of(contact.at(), file.registeredAt(), facts.decision());
        String number = contact.number() == null && contact.callId() == null
                ? file.customer().phone()
                : contact.number();
        sent(at, survey, SurveyMeans.CALL, number, contact.callId(), facts);
        if (c.score() != null && !survey.answered()) {
            facts.record(
                    new CaseEvent.SurveyAnswered(at, ref(survey, facts), survey.surveyId(), c.score(), null, null));
        }
        facts.settle(contact.evidence());
    }

    static void showLink(CaseCommand.ShowSurveyLink c, FactRecorder<CaseState, CaseEvent> facts) {
        Survey survey = task(c.surveyId(), facts);
        if (survey.answered()) {
            throw answered();
        }
        facts.record(new CaseEvent.SurveyLinkShown(facts.decision().now(), ref(survey, facts), survey.surveyId()));
    }

    static void answer(CaseCommand.AnswerSurvey c, FactRecorder<CaseState, CaseEvent> facts) {
        switch (facts.history().phase()) {
            case CaseState.Unknown ignored -> throw notFound();
            case CaseState.Known known -> {
                CaseFile file = known.file();
                Survey survey = file.surveyWith(c.token()).orElseThrow(Surveys::notFound);
                if (survey.answered()) {
                    throw answered();
                }
                if (survey.expired(facts.decision().now(), c.validFor())) {
                    throw new Rejected("survey-expired", "This survey can no longer be answered.");
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

    /** A survey cannot have gone out before it was prepared. */
    static void check(CaseState.Known state, CaseEvent.SurveySent sent) {
        if (state.file().survey(sent.surveyId()).isEmpty()) {
            throw new Rejected("rests-on-missing", "The survey had not been prepared by then.");
        }
    }

    /** Returns a survey that waits to be sent; nothing where it went out, or nobody is to be asked any more. */
    private static Optional<Survey> unsent(UUID surveyId, FactRecorder<CaseState, CaseEvent> facts) {
        return switch (facts.history().phase()) {
            case CaseState.Unknown ignored -> Optional.empty();
            case CaseState.Known known -> known.file().survey(surveyId).filter(survey -> !survey.sent());
        };
    }

    /** Returns a survey that the follow-up desk is to hand over. */
    private static Survey task(UUID surveyId, FactRecorder<CaseState, CaseEvent> facts) {
        CaseFile file = file(facts);
        Survey survey = file.survey(surveyId)
                .filter(Survey::task)
                .orElseThrow(() -> new Rejected("survey-task-not-found", "There is no such survey task."));
        if (survey.sent()) {
            throw new Rejected("survey-already-sent", "The customer has been asked already.");
        }
        if (!file.isTask(survey)) {
            throw new Rejected(
                    "survey-not-wanted", "The case has been reopened; the customer is asked once it is solved.");
        }
        return survey;
    }

    private static void sent(
            Instant at,
            Survey survey,
            SurveyMeans means,
            @Nullable String sentTo,
            @Nullable String messageId,
            FactRecorder<CaseState, CaseEvent> facts) {
        facts.record(new CaseEvent.SurveySent(
                at,
                ref(survey, facts),
                survey.surveyId(),
                survey.resolved(),
                means,
                sentTo,
                messageId,
                survey.language()));
    }

    private static void failed(
            Survey survey, SurveyMeans means, String reason, FactRecorder<CaseState, CaseEvent> facts) {
        facts.record(new CaseEvent.SurveyDeliveryFailed(
                facts.decision().now(), ref(survey, facts), survey.surveyId(), means, reason));
    }

    private static CaseFile file(FactRecorder<CaseState, CaseEvent> facts) {
        return CaseState.known(facts.history().phase()).file();
    }

    private static CaseRef ref(Survey survey, FactRecorder<CaseState, CaseEvent> facts) {
        return file(facts).ref().inCycle(survey.cycle());
    }

    private static Rejected answered() {
        return new Rejected("survey-already-answered", "This survey has been answered already. Thank you!");
    }

    private static Rejected notFound() {
        return new Rejected("survey-not-found", "There is no such survey.");
    }
}
