package io.minutebook.followup;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.followup.domain.cases.Case;
import io.minutebook.followup.domain.cases.CaseClock;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.followup.domain.cases.SurveyToken;
import io.minutebook.kernel.History;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Ids;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The streams of this service: cases from the plan to the customer's last word. */
@Configuration(proxyBeanMethods = false)
class FollowupAggregates {
    @Bean
    AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases(Ids ids) {
        SecureRandom random = new SecureRandom();
        return new AggregateType<>(
                "case",
                CaseCommand.class,
                CaseCommand::caseId,
                new Case(),
                caseEvents(),
                history -> history.phase().site(),
                List.of(CaseClock.values()),
                (stream, clock, round) -> look(stream, clock, round, ids, random));
    }

    static EventCodec<CaseEvent> caseEvents() {
        return EventCodec.of("followup", CaseEvent.class, CaseEvent.OnClock::new);
    }

    /** Each look at a clock brings an invitation along, should a survey be what is due. */
    private static CaseCommand look(String stream, String clock, int round, Ids ids, SecureRandom random) {
        String token = SurveyToken.of(UUID.fromString(stream), random.nextLong(), random.nextLong());
        return new CaseCommand.ClockDue(stream, clock, round, new CaseCommand.Invitation(ids.next(), token));
    }
}
