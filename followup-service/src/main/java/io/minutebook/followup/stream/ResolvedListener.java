package io.minutebook.followup.stream;

import io.minutebook.contract.Resolved;
import io.minutebook.followup.domain.CaseCommand;
import io.minutebook.platform.stream.Delivery;
import io.minutebook.platform.stream.Listener;
import org.springframework.stereotype.Component;

/** The first line (from intake) or those behind it (from escalation) say that it is solved. */
@Component
class ResolvedListener implements Listener<Resolved> {
    @Override
    public Class<Resolved> hears() {
        return Resolved.class;
    }

    @Override
    public CaseCommand command(Delivery<Resolved> delivery) {
        Resolved e = delivery.event();
        return new CaseCommand.NoteResolution(
                e.caseId(), delivery.eventId(), e.tier().name(), e.cycle(), delivery.occurredAt());
    }
}
