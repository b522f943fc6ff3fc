package io.minutebook.intake.messaging;

import io.minutebook.contract.RestorationDenied;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** The customer says it still does not work. */
@Component
final class RestorationDeniedListener implements Listener<RestorationDenied> {
    @Override
    public Class<RestorationDenied> eventType() {
        return RestorationDenied.class;
    }

    @Override
    public Object command(Message<RestorationDenied> message) {
        RestorationDenied denied = message.event();
        return new CaseCommand.Reopen(
                message.subject(), denied.cycle(), denied.note(), message.occurredAt(), message.eventId());
    }
}
