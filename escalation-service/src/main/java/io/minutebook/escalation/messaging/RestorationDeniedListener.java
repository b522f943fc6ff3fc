package io.minutebook.escalation.messaging;

import static io.minutebook.platform.messaging.CaseHeaders.ref;

import io.minutebook.contract.RestorationDenied;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** The customer says service is not restored. */
@Component
class RestorationDeniedListener implements Listener<RestorationDenied> {
    @Override
    public Class<RestorationDenied> eventType() {
        return RestorationDenied.class;
    }

    @Override
    public CaseCommand command(Message<RestorationDenied> message) {
        RestorationDenied e = message.event();
        return new CaseCommand.Reopen(message.eventId(), message.occurredAt(), ref(e.on()), e.note());
    }
}
