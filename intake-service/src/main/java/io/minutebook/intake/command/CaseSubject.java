package io.minutebook.intake.command;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.intake.domain.Case;
import io.minutebook.intake.domain.CaseCommand;
import io.minutebook.intake.domain.CaseEvent;
import io.minutebook.intake.domain.CaseState;
import io.minutebook.platform.clock.TimerCommands;
import io.minutebook.platform.command.AggregateType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How cases are stored: one stream a case, another system's cases too. */
@Configuration(proxyBeanMethods = false)
class CaseSubject {
    private static final String NAME = "case";

    static EventCodec<CaseEvent> types() {
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
                NAME, CaseCommand.class, CaseCommand::caseId, new Case(), types(), CaseSubject::site);
    }

    static @Nullable String site(CaseState state) {
        return state instanceof CaseState.Imported imported
                ? imported.site()
                : state.known().map(file -> file.registered().report().site()).orElse(null);
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
}
