package io.minutebook.followup.messaging;

import io.minutebook.contract.CaseRegistered;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseType;
import io.minutebook.followup.domain.cases.Customer;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** Intake registered a case: it is known here from now on. */
@Component
class CaseRegisteredListener implements Listener<CaseRegistered> {
    @Override
    public Class<CaseRegistered> eventType() {
        return CaseRegistered.class;
    }

    @Override
    public CaseCommand command(Message<CaseRegistered> message) {
        CaseRegistered e = message.event();
        return new CaseCommand.OpenCase(
                e.caseId(),
                e.caseNumber(),
                e.site(),
                e.channel(),
                CaseType.valueOf(e.type().name()),
                e.priority(),
                new Customer(e.customerName(), e.customerPhone(), e.customerEmail(), e.customerLanguage()),
                message.eventId(),
                message.occurredAt());
    }
}
