package io.minutebook.escalation.stream;

import io.minutebook.contract.RestorationDenied;
import io.minutebook.escalation.domain.CaseCommand;
import io.minutebook.escalation.domain.CaseRef;
import io.minutebook.platform.stream.Delivery;
import io.minutebook.platform.stream.Listener;
import org.springframework.stereotype.Component;

/** The customer says service is not restored. */
@Component
class RestorationDeniedListener implements Listener<RestorationDenied> {
    @Override
    public Class<RestorationDenied> hears() {
        return RestorationDenied.class;
    }

    @Override
    public CaseCommand command(Delivery<RestorationDenied> delivery) {
        RestorationDenied e = delivery.event();
        return new CaseCommand.Reopen(
                delivery.eventId(),
                delivery.occurredAt(),
                new CaseRef(e.caseId(), e.caseNumber(), e.site(), e.cycle()),
                e.note());
    }
}
