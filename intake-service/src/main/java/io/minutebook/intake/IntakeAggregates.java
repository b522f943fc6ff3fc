package io.minutebook.intake;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.intake.domain.calls.Call;
import io.minutebook.intake.domain.calls.CallCommand;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.calls.CallState;
import io.minutebook.intake.domain.cases.Case;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.intake.domain.cases.CaseState;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.timer.TimerCommands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The streams of this service: calls, and cases with what other systems recorded of theirs. */
@Configuration(proxyBeanMethods = false)
class IntakeAggregates {
    static EventCodec<CallEvent> callEvents() {
        return EventCodec.of("intake", CallEvent.class)
                .type("CallReceived", 1, CallEvent.CallReceived.class)
                .type("CallAnswered", 1, CallEvent.CallAnswered.class)
                .type("CallHeld", 1, CallEvent.CallHeld.class)
                .type("CallRetrieved", 1, CallEvent.CallRetrieved.class)
                .type("CallbackOffered", 1, CallEvent.CallbackOffered.class)
                .type("CallbackDue", 1, CallEvent.CallbackDue.class)
                .type("CallTransferred", 1, CallEvent.CallTransferred.class)
                .type("CallLinked", 1, CallEvent.CallLinked.class)
                .type("CallEnded", 1, CallEvent.CallEnded.class)
                .clocks(CallEvent.OnClock.class, CallEvent.OnClock::new);
    }

    @Bean
    AggregateType<CallCommand, CallState, CallEvent> calls() {
        return new AggregateType<>(
                "call",
                CallCommand.class,
                CallCommand::callId,
                new Call(),
                callEvents(),
                state -> state.known().map(file -> file.received().site()).orElse(null));
    }

    @Bean
    TimerCommands callClocks() {
        return new TimerCommands() {
            @Override
            public String subject() {
                return "call";
            }

            @Override
            public Object due(String stream, String clock, int round) {
                return new CallCommand.ClockDue(stream, clock, round);
            }
        };
    }

    static EventCodec<CaseEvent> caseEvents() {
        return EventCodec.of("intake", CaseEvent.class)
                .type("CaseRegistered", 1, CaseEvent.CaseRegistered.class)
                .type("PreprocessingConcluded", 1, CaseEvent.PreprocessingConcluded.class)
                .type("FaultDispatched", 1, CaseEvent.FaultDispatched.class)
                .type("VendorOrderPlaced", 1, CaseEvent.VendorOrderPlaced.class)
                .type("Resolved", 1, CaseEvent.Resolved.class)
                .type("ResolvedElsewhere", 1, CaseEvent.ResolvedElsewhere.class)
                .type("CaseReopened", 1, CaseEvent.CaseReopened.class)
                .type("CaseClosed", 1, CaseEvent.CaseClosed.class)
                .type("PromiseMade", 1, CaseEvent.PromiseMade.class)
                .type("PromiseKept", 1, CaseEvent.PromiseKept.class)
                .type("PromiseBroken", 1, CaseEvent.PromiseBroken.class)
                .type("OwnerChanged", 1, CaseEvent.OwnerChanged.class)
                .type("HistoryImported", 1, CaseEvent.HistoryImported.class)
                .clocks(CaseEvent.OnClock.class, CaseEvent.OnClock::new);
    }

    @Bean
    AggregateType<CaseCommand, CaseState, CaseEvent> cases() {
        return new AggregateType<>(
                "case", CaseCommand.class, CaseCommand::caseId, new Case(), caseEvents(), CaseState::site);
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
}
