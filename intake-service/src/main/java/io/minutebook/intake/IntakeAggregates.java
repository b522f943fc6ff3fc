package io.minutebook.intake;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.intake.domain.calls.Call;
import io.minutebook.intake.domain.calls.CallClock;
import io.minutebook.intake.domain.calls.CallCommand;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.calls.CallState;
import io.minutebook.intake.domain.cases.Case;
import io.minutebook.intake.domain.cases.CaseClock;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.CaseState;
import io.minutebook.kernel.History;
import io.minutebook.platform.command.AggregateType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The streams of this service: calls, and cases with what other systems recorded of theirs. */
@Configuration(proxyBeanMethods = false)
class IntakeAggregates {
    static EventCodec<CallEvent> callEvents() {
        return EventCodec.of("intake", CallEvent.class, CallEvent.OnClock::new);
    }

    @Bean
    AggregateType<CallCommand, History<CallState, CallEvent>, CallEvent> calls() {
        return new AggregateType<>(
                "call",
                CallCommand.class,
                CallCommand::callId,
                new Call(),
                callEvents(),
                history -> history.phase()
                        .known()
                        .map(file -> file.received().site())
                        .orElse(null),
                List.of(CallClock.values()),
                CallCommand.ClockDue::new);
    }

    static EventCodec<CaseEvent> caseEvents() {
        return EventCodec.of("intake", CaseEvent.class, CaseEvent.OnClock::new);
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
