package io.minutebook.escalation.messaging;

import io.minutebook.contract.VendorOrderPlaced;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.CaseRef;
import io.minutebook.escalation.domain.cases.Report;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** Intake ordered the repair from the terminal's vendor. */
@Component
class VendorOrderPlacedListener implements Listener<VendorOrderPlaced> {
    @Override
    public Class<VendorOrderPlaced> eventType() {
        return VendorOrderPlaced.class;
    }

    @Override
    public CaseCommand command(Message<VendorOrderPlaced> message) {
        VendorOrderPlaced e = message.event();
        return new CaseCommand.ReceiveVendorOrder(
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
                e.vendor(),
                e.reference());
    }
}
