package io.minutebook.intake.stream;

import io.minutebook.contract.RestorationDenied;
import io.minutebook.intake.domain.CaseCommand;
import io.minutebook.platform.stream.Delivery;
import io.minutebook.platform.stream.Listener;
import org.springframework.stereotype.Component;

/** The customer says it still does not work. */
@Component
final class RestorationDeniedListener implements Listener<RestorationDenied> {
    @Override
    public Class<RestorationDenied> hears() {
        return RestorationDenied.class;
    }

    @Override
    public Object command(Delivery<RestorationDenied> delivery) {
        RestorationDenied denied = delivery.event();
        return new CaseCommand.Reopen(delivery.subject(), denied.cycle(), denied.note(), delivery.occurredAt());
    }
}
