package io.minutebook.escalation.messaging;

import io.minutebook.contract.FaultCleared;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.CaseRef;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** The fault was cleared with the customer. */
@Component
class FaultClearedListener implements Listener<FaultCleared> {
    @Override
    public Class<FaultCleared> eventType() {
        return FaultCleared.class;
    }

    @Override
    public CaseCommand command(Message<FaultCleared> message) {
        FaultCleared e = message.event();
        return new CaseCommand.NoteClearance(
                message.eventId(), message.occurredAt(), new CaseRef(e.caseId(), e.caseNumber(), e.site(), e.cycle()));
    }
}
