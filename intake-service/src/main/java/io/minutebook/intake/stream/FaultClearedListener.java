package io.minutebook.intake.stream;

import io.minutebook.contract.FaultCleared;
import io.minutebook.intake.domain.CaseCommand;
import io.minutebook.platform.stream.Delivery;
import io.minutebook.platform.stream.Listener;
import org.springframework.stereotype.Component;

/** The fault was cleared with the customer (销障). */
@Component
final class FaultClearedListener implements Listener<FaultCleared> {
    @Override
    public Class<FaultCleared> hears() {
        return FaultCleared.class;
    }

    @Override
    public Object command(Delivery<FaultCleared> delivery) {
        return new CaseCommand.NoteCleared(delivery.subject(), delivery.occurredAt());
    }
}
