package io.minutebook.intake.stream;

import io.minutebook.contract.RestorationDenied;
import io.minutebook.intake.domain.CaseCommand;
import io.minutebook.platform.stream.Listener;
import io.minutebook.platform.stream.Message;
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
        return new CaseCommand.Reopen(message.subject(), denied.cycle(), denied.note(), message.occurredAt());
    }
}
