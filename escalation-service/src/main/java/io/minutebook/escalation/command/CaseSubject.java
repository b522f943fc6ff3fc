package io.minutebook.escalation.command;

import io.minutebook.escalation.domain.Case;
import io.minutebook.escalation.domain.CaseCommand;
import io.minutebook.escalation.domain.CaseEvent;
import io.minutebook.escalation.domain.CaseState;
import io.minutebook.eventlog.EventCodec;
import io.minutebook.platform.clock.TimerCommands;
import io.minutebook.platform.command.AggregateType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one subject of this service: the case, a stream each. */
@Configuration(proxyBeanMethods = false)
class CaseSubject {
    private static final String NAME = "case";

    /** The names are for ever; a changed record gets the next version and an upcaster from the one before. */
    static EventCodec<CaseEvent> types() {
        return EventCodec.of("escalation", CaseEvent.class)
                .type("DispatchReceived", 1, CaseEvent.DispatchReceived.class)
                .type("VendorOrderReceived", 1, CaseEvent.VendorOrderReceived.class)
                .type("CaseReopened", 1, CaseEvent.CaseReopened.class)
                .type("ClearanceNoted", 1, CaseEvent.ClearanceNoted.class)
                .type("DispatchAcknowledged", 1, CaseEvent.DispatchAcknowledged.class)
                .type("EngineerReplied", 1, CaseEvent.EngineerReplied.class)
                .type("ProgressReported", 1, CaseEvent.ProgressReported.class)
                .type("EscalatedToL2", 1, CaseEvent.EscalatedToL2.class)
                .type("EscalatedToL3", 1, CaseEvent.EscalatedToL3.class)
                .type("ExpertContacted", 1, CaseEvent.ExpertContacted.class)
                .type("SolutionPlanned", 1, CaseEvent.SolutionPlanned.class)
                .type("Resolved", 1, CaseEvent.Resolved.class)
                .type("CaseSuspended", 1, CaseEvent.CaseSuspended.class)
                .type("CaseResumed", 1, CaseEvent.CaseResumed.class)
                .clocks(CaseEvent.OnClock.class, CaseEvent.OnClock::new);
    }

    @Bean
    AggregateType<CaseCommand, CaseState, CaseEvent> cases() {
        return new AggregateType<>(
                NAME, CaseCommand.class, CaseCommand::caseId, new Case(), types().verified(), CaseSubject::site);
    }

    @Bean
    TimerCommands caseClocks() {
        return new TimerCommands() {
            @Override
            public String subject() {
                return NAME;
            }

            @Override
            public Object due(String stream, String clock, int round) {
                return new CaseCommand.ClockDue(stream, clock, round);
            }
        };
    }

    private static @Nullable String site(CaseState state) {
        return state instanceof CaseState.Known known ? known.file().ref().site() : null;
    }
}
