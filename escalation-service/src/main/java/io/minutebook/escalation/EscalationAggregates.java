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
                "case",
                CaseCommand.class,
                CaseCommand::caseId,
                new Case(),
                caseEvents().verified(),
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
