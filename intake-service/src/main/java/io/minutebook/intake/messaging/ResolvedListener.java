package io.minutebook.intake.messaging;

import io.minutebook.contract.Resolved;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** Escalation has solved it. */
@Component
final class ResolvedListener implements Listener<Resolved> {
    @Override
    public Class<Resolved> eventType() {
        return Resolved.class;
    }

    @Override
    public Object command(Message<Resolved> message) {
        Resolved resolved = message.event();
        return new CaseCommand.NoteResolved(
                message.subject(), resolved.cycle(), resolved.tier().name(), message.occurredAt(), message.eventId());
    }
}
