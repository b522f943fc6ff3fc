package io.minutebook.intake.command;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.intake.domain.Call;
import io.minutebook.intake.domain.CallCommand;
import io.minutebook.intake.domain.CallEvent;
import io.minutebook.intake.domain.CallState;
import io.minutebook.platform.clock.TimerCommands;
import io.minutebook.platform.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How calls are stored: one stream a call. */
@Configuration(proxyBeanMethods = false)
class CallSubject {
    private static final String NAME = "call";

    static EventCodec<CallEvent> types() {
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
                NAME,
                CallCommand.class,
                CallCommand::callId,
                new Call(),
                types(),
                state -> state.known().map(file -> file.received().site()).orElse(null));
    }

    @Bean
    TimerCommands callClocks() {
        return new TimerCommands() {
            @Override
            public String subject() {
                return NAME;
            }

            @Override
            public Object due(String stream, String clock, int round) {
                return new CallCommand.ClockDue(stream, clock, round);
            }
        };
    }
}
