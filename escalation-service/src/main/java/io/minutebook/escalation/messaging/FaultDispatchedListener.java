package io.minutebook.escalation.messaging;

import io.minutebook.contract.FaultDispatched;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.CaseRef;
import io.minutebook.escalation.domain.cases.Report;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** Intake dispatched a fault: an engineer has it from now on. */
@Component
class FaultDispatchedListener implements Listener<FaultDispatched> {
    @Override
    public Class<FaultDispatched> eventType() {
        return FaultDispatched.class;
    }

    @Override
    public CaseCommand command(Message<FaultDispatched> message) {
        FaultDispatched e = message.event();
        return new CaseCommand.ReceiveDispatch(
                message.eventId(),
                message.occurredAt(),
                new CaseRef(e.caseId(), e.caseNumber(), e.site(), e.cycle()),
                new Report(
                        e.channel(),
                        e.type().name(),
                        e.priority(),
                        new Report.Customer(
                                e.customerName(), e.customerPhone(), e.customerEmail(), e.customerLanguage()),
                        new Report.Product(e.productModel(), e.productSerialNumber())),
                e.project(),
                e.engineer());
    }
}
