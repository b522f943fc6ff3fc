package io.minutebook.followup.messaging;

import static io.minutebook.platform.messaging.CaseHeaders.header;

import io.minutebook.contract.CallbackWay;
import io.minutebook.contract.CustomerCalledBack;
import io.minutebook.contract.FaultCleared;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.RestorationConfirmed;
import io.minutebook.contract.RestorationDenied;
import io.minutebook.contract.SurveyAnswered;
import io.minutebook.contract.SurveyDeliveryFailed;
import io.minutebook.contract.SurveyMeans;
import io.minutebook.contract.SurveySent;
import io.minutebook.contract.SurveyTaskOpened;
import io.minutebook.contract.Tier;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.platform.messaging.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What followup publishes of a case. What it only noted of others' events, and the secret of a survey, stay here. */
@Component
class CasePublisher implements Publisher<CaseEvent> {
    @Override
    public Class<CaseEvent> family() {
        return CaseEvent.class;
    }

    @Override
    public String topic() {
        return Topics.FOLLOWUP_CASES;
    }

    @Override
    public @Nullable PublishedEvent translate(StoredEvent<CaseEvent> stored) {
        return switch (stored.event()) {
            case CaseEvent.CaseOpened e -> null;
            case CaseEvent.PlanNoted e -> null;
            case CaseEvent.ResolutionNoted e -> null;
            case CaseEvent.CustomerCalledBack e ->
                new CustomerCalledBack(
                        header(e.ref()), CallbackWay.valueOf(e.how().name()), e.reached(), e.restored(), e.note());
            case CaseEvent.RestorationConfirmed e -> new RestorationConfirmed(header(e.ref()), e.note());
            case CaseEvent.RestorationDenied e -> new RestorationDenied(header(e.ref()), e.note());
            case CaseEvent.FaultCleared e -> new FaultCleared(header(e.ref()), tier(e.tier()), e.note());
            case CaseEvent.SurveyPrepared e -> null;
            case CaseEvent.SurveySent e ->
                new SurveySent(
                        header(e.ref()),
                        e.surveyId().toString(),
                        means(e.means()),
                        e.sentTo(),
                        e.messageId(),
                        e.language());
            case CaseEvent.SurveyDeliveryFailed e ->
                new SurveyDeliveryFailed(header(e.ref()), e.surveyId().toString(), means(e.means()), e.reason());
            case CaseEvent.SurveyTaskOpened e ->
                new SurveyTaskOpened(header(e.ref()), e.surveyId().toString());
            case CaseEvent.SurveyLinkShown e -> null;
            case CaseEvent.SurveyAnswered e ->
                new SurveyAnswered(header(e.ref()), e.surveyId().toString(), e.score(), e.recommend(), e.comment());
            case CaseEvent.OnClock e -> null;
        };
    }

    private static SurveyMeans means(io.minutebook.followup.domain.cases.SurveyMeans means) {
        return SurveyMeans.valueOf(means.name());
    }

    private static @Nullable Tier tier(@Nullable String tier) {
        return tier == null ? null : Tier.valueOf(tier);
    }
}
