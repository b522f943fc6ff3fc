package io.minutebook.followup.command;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.followup.domain.Case;
import io.minutebook.followup.domain.CaseCommand;
import io.minutebook.followup.domain.CaseEvent;
import io.minutebook.followup.domain.CaseState;
import io.minutebook.platform.command.AggregateType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The case: its rules, and the names its events are stored under. */
@Configuration(proxyBeanMethods = false)
class CaseSubject {
    @Bean
    AggregateType<CaseCommand, CaseState, CaseEvent> cases() {
        return new AggregateType<>(
                "case", CaseCommand.class, CaseCommand::caseId, Case.RULES, types(), CaseSubject::site);
    }

    static EventCodec<CaseEvent> types() {
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

    private static @Nullable String site(CaseState state) {
        return switch (state) {
            case CaseState.Unknown unknown -> null;
            case CaseState.Known known -> known.file().site();
        };
    }
}
