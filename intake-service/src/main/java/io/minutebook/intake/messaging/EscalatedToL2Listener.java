package io.minutebook.intake.messaging;

import io.minutebook.contract.EscalatedToL2;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** An expert of the second line has it, which leaves no dispatch to wait for. */
@Component
final class EscalatedToL2Listener implements Listener<EscalatedToL2> {
    @Override
    public Class<EscalatedToL2> eventType() {
        return EscalatedToL2.class;
    }

    @Override
    public Object command(Message<EscalatedToL2> message) {
        return new CaseCommand.NoteEscalated(
                message.subject(), message.event().cycle(), message.occurredAt(), message.eventId());
    }
}
