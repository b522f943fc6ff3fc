package io.minutebook.escalation.stream;

import io.minutebook.contract.FaultDispatched;
import io.minutebook.escalation.domain.CaseCommand;
import io.minutebook.escalation.domain.CaseRef;
import io.minutebook.escalation.domain.Report;
import io.minutebook.platform.stream.Listener;
import io.minutebook.platform.stream.Message;
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
