package io.minutebook.escalation.stream;

import io.minutebook.contract.VendorOrderPlaced;
import io.minutebook.escalation.domain.CaseCommand;
import io.minutebook.escalation.domain.CaseRef;
import io.minutebook.escalation.domain.Report;
import io.minutebook.platform.stream.Listener;
import io.minutebook.platform.stream.Message;
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
