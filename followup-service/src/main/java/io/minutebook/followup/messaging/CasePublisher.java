package io.minutebook.followup.messaging;

import io.minutebook.contract.CustomerCalledBack;
import io.minutebook.contract.FaultCleared;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.RestorationConfirmed;
import io.minutebook.contract.RestorationDenied;
import io.minutebook.contract.SurveyAnswered;
import io.minutebook.contract.SurveySent;
import io.minutebook.contract.Tier;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.platform.messaging.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What followup tells about a case. What it only noted down of others' news, and the secret of a survey, stay here. */
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
                        e.caseId(), e.caseNumber(), e.site(), e.reached(), e.restored(), e.note(), e.cycle());
            case CaseEvent.RestorationConfirmed e ->
                new RestorationConfirmed(e.caseId(), e.caseNumber(), e.site(), e.note(), e.cycle());
            case CaseEvent.RestorationDenied e ->
                new RestorationDenied(e.caseId(), e.caseNumber(), e.site(), e.note(), e.cycle());
            case CaseEvent.FaultCleared e ->
                new FaultCleared(e.caseId(), e.caseNumber(), e.site(), tier(e.tier()), e.note(), e.cycle());
            case CaseEvent.SurveyPrepared e -> null;
            case CaseEvent.SurveySent e ->
                new SurveySent(
                        e.caseId(),
                        e.caseNumber(),
                        e.site(),
                        e.surveyId().toString(),
                        e.means(),
                        e.sentTo(),
                        e.language(),
                        e.cycle());
            case CaseEvent.SurveyAnswered e ->
                new SurveyAnswered(
                        e.caseId(),
                        e.caseNumber(),
                        e.site(),
                        e.surveyId().toString(),
                        e.score(),
                        e.recommend(),
                        e.comment(),
                        e.cycle());
            case CaseEvent.OnClock e -> null;
        };
    }

    private static @Nullable Tier tier(@Nullable String tier) {
        return tier == null ? null : Tier.valueOf(tier);
    }
}
