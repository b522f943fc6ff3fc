package io.minutebook.intake.messaging;

import io.minutebook.contract.FaultCleared;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** The fault was cleared with the customer (销障). */
@Component
final class FaultClearedListener implements Listener<FaultCleared> {
    @Override
    public Class<FaultCleared> eventType() {
        return FaultCleared.class;
    }

    @Override
    public Object command(Message<FaultCleared> message) {
        return new CaseCommand.NoteCleared(message.subject(), message.occurredAt(), message.eventId());
    }
}
