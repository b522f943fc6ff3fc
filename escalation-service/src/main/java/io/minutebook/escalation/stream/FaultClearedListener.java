package io.minutebook.escalation.stream;

import io.minutebook.contract.FaultCleared;
import io.minutebook.escalation.domain.CaseCommand;
import io.minutebook.escalation.domain.CaseRef;
import io.minutebook.platform.stream.Delivery;
import io.minutebook.platform.stream.Listener;
import org.springframework.stereotype.Component;

/** The fault was cleared with the customer. */
@Component
class FaultClearedListener implements Listener<FaultCleared> {
    @Override
    public Class<FaultCleared> hears() {
        return FaultCleared.class;
    }

    @Override
    public CaseCommand command(Delivery<FaultCleared> delivery) {
        FaultCleared e = delivery.event();
        return new CaseCommand.NoteClearance(
                delivery.eventId(),
                delivery.occurredAt(),
                new CaseRef(e.caseId(), e.caseNumber(), e.site(), e.cycle()));
    }
}
