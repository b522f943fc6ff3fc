package io.minutebook.followup.messaging;

import io.minutebook.contract.Audience;
import io.minutebook.contract.SolutionPlanned;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** A plan is determined: the customer is to be called, unless they were told. */
@Component
class SolutionPlannedListener implements Listener<SolutionPlanned> {
    @Override
    public Class<SolutionPlanned> eventType() {
        return SolutionPlanned.class;
    }

    @Override
    public CaseCommand command(Message<SolutionPlanned> message) {
        SolutionPlanned e = message.event();
        return new CaseCommand.NotePlan(
                e.caseId(), message.eventId(), e.to() == Audience.CUSTOMER, message.occurredAt());
    }
}
