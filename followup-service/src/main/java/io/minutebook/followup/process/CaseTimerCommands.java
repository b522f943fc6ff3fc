package io.minutebook.followup.process;

import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.SurveyToken;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.timer.TimerCommands;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a case's clocks when they are due. Each look brings an invitation along, should a survey be what is due. */
@Component
class CaseTimerCommands implements TimerCommands {
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    CaseTimerCommands(Ids ids) {
        this.ids = ids;
    }

    @Override
    public String subject() {
        return "case";
    }

    @Override
    public CaseCommand.ClockDue due(String stream, String clock, int round) {
        String token = SurveyToken.of(UUID.fromString(stream), random.nextLong(), random.nextLong());
        return new CaseCommand.ClockDue(stream, clock, round, new CaseCommand.Invitation(ids.next(), token));
    }
}
