package io.minutebook.followup.stream;

import io.minutebook.contract.CaseRegistered;
import io.minutebook.followup.domain.CaseCommand;
import io.minutebook.followup.domain.CaseType;
import io.minutebook.followup.domain.Customer;
import io.minutebook.platform.stream.Listener;
import io.minutebook.platform.stream.Message;
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
