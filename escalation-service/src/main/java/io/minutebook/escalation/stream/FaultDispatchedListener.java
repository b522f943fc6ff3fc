package io.minutebook.escalation.stream;

import io.minutebook.contract.FaultDispatched;
import io.minutebook.escalation.domain.CaseCommand;
import io.minutebook.escalation.domain.CaseRef;
import io.minutebook.escalation.domain.Report;
import io.minutebook.platform.stream.Delivery;
import io.minutebook.platform.stream.Listener;
import org.springframework.stereotype.Component;

/** Intake dispatched a fault: an engineer has it from now on. */
@Component
class FaultDispatchedListener implements Listener<FaultDispatched> {
    @Override
    public Class<FaultDispatched> hears() {
        return FaultDispatched.class;
    }

    @Override
    public CaseCommand command(Delivery<FaultDispatched> delivery) {
        FaultDispatched e = delivery.event();
        return new CaseCommand.ReceiveDispatch(
                delivery.eventId(),
                delivery.occurredAt(),
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
