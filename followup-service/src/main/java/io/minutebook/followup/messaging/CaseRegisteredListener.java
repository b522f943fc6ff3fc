package io.minutebook.followup.messaging;

import static io.minutebook.platform.messaging.CaseHeaders.ref;

import io.minutebook.contract.CaseDetails;
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
        CaseDetails details = e.details();
        return new CaseCommand.OpenCase(
                ref(e.on()),
                details.channel(),
                CaseType.valueOf(details.type().name()),
                details.priority(),
                new Customer(
                        details.customerName(),
                        details.customerPhone(),
                        details.customerEmail(),
                        details.customerLanguage()),
                message.eventId(),
                message.occurredAt());
    }
}
