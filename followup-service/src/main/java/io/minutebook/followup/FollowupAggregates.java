package io.minutebook.followup;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.followup.domain.cases.Case;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.platform.command.AggregateType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The streams of this service: cases from the plan to the customer's last word. */
@Configuration(proxyBeanMethods = false)
class FollowupAggregates {
    @Bean
    AggregateType<CaseCommand, CaseState, CaseEvent> cases() {
        return new AggregateType<>(
                "case",
                CaseCommand.class,
                CaseCommand::caseId,
                Case.RULES,
                caseEvents(),
                FollowupAggregates::siteOfCase);
    }

    static EventCodec<CaseEvent> caseEvents() {
        return EventCodec.of("followup", CaseEvent.class)
                .type("CaseOpened", 1, CaseEvent.CaseOpened.class)
                .type("PlanNoted", 1, CaseEvent.PlanNoted.class)
                .type("ResolutionNoted", 1, CaseEvent.ResolutionNoted.class)
                .type("CustomerCalledBack", 1, CaseEvent.CustomerCalledBack.class)
                .type("RestorationConfirmed", 1, CaseEvent.RestorationConfirmed.class)
                .type("RestorationDenied", 1, CaseEvent.RestorationDenied.class)
                .type("FaultCleared", 1, CaseEvent.FaultCleared.class)
                .type("SurveyPrepared", 1, CaseEvent.SurveyPrepared.class)
                .type("SurveySent", 1, CaseEvent.SurveySent.class)
                .type("SurveyAnswered", 1, CaseEvent.SurveyAnswered.class)
                .clocks(CaseEvent.OnClock.class, CaseEvent.OnClock::new)
                .verified();
    }

    private static @Nullable String siteOfCase(CaseState state) {
        return switch (state) {
            case CaseState.Unknown unknown -> null;
            case CaseState.Known known -> known.file().site();
        };
    }
}
