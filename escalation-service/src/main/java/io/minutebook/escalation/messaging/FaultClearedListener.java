package io.minutebook.escalation.messaging;

import static io.minutebook.platform.messaging.CaseHeaders.ref;

import io.minutebook.contract.FaultCleared;
import io.minutebook.escalation.domain.cases.CaseCommand;
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
        return new CaseCommand.NoteClearance(message.eventId(), message.occurredAt(), ref(e.on()));
    }
}
