package io.minutebook.escalation;

import io.minutebook.escalation.domain.cases.Case;
import io.minutebook.escalation.domain.cases.CaseClock;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.CaseEvent;
import io.minutebook.escalation.domain.cases.CaseState;
import io.minutebook.eventlog.EventCodec;
import io.minutebook.kernel.History;
import io.minutebook.platform.command.AggregateType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The streams of this service: cases that were dispatched or sent to a vendor. */
@Configuration(proxyBeanMethods = false)
class EscalationAggregates {
    /** The names are for ever; a changed record gets the next version and an upcaster from the one before. */
    static EventCodec<CaseEvent> caseEvents() {
        return EventCodec.of("escalation", CaseEvent.class, CaseEvent.OnClock::new);
    }

    @Bean
    AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases() {
        return new AggregateType<>(
                "case",
                CaseCommand.class,
                CaseCommand::caseId,
                new Case(),
                caseEvents(),
                history -> history.phase().site(),
                List.of(CaseClock.values()),
                CaseCommand.ClockDue::new);
    }
}
