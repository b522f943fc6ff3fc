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
        return EventCodec.of("followup", CaseEvent.class, CaseEvent.OnClock::new);
    }

    private static @Nullable String siteOfCase(CaseState state) {
        return switch (state) {
            case CaseState.Unknown unknown -> null;
            case CaseState.Known known -> known.file().site();
        };
    }
}
