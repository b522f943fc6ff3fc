package io.minutebook.escalation;

import io.minutebook.escalation.domain.cases.Case;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.CaseEvent;
import io.minutebook.escalation.domain.cases.CaseState;
import io.minutebook.eventlog.EventCodec;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.timer.TimerCommands;
import org.jspecify.annotations.Nullable;
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
    AggregateType<CaseCommand, CaseState, CaseEvent> cases() {
        return new AggregateType<>(
                "case",
                CaseCommand.class,
                CaseCommand::caseId,
                new Case(),
                caseEvents(),
                EscalationAggregates::siteOfCase);
    }

    @Bean
    TimerCommands caseClocks() {
        return new TimerCommands() {
            @Override
            public String subject() {
                return "case";
            }

            @Override
            public Object due(String stream, String clock, int round) {
                return new CaseCommand.ClockDue(stream, clock, round);
            }
        };
    }

    private static @Nullable String siteOfCase(CaseState state) {
        return state instanceof CaseState.Known known ? known.file().ref().site() : null;
    }
}
