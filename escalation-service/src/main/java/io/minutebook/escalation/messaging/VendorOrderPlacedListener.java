package io.minutebook.escalation.messaging;

import static io.minutebook.platform.messaging.CaseHeaders.ref;

import io.minutebook.contract.VendorOrderPlaced;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.HandOver;
import io.minutebook.kernel.PolicyScope;
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
                ref(e.on()),
                new PolicyScope(e.site(), e.details().channel(), e.details().priority()),
                HandOver.valueOf(e.mode().name()),
                e.vendor(),
                e.reference());
    }
}
