package io.minutebook.intake.stream;

import io.minutebook.contract.Resolved;
import io.minutebook.intake.domain.CaseCommand;
import io.minutebook.platform.stream.Delivery;
import io.minutebook.platform.stream.Listener;
import org.springframework.stereotype.Component;

/** Escalation has solved it. */
@Component
final class ResolvedListener implements Listener<Resolved> {
    @Override
    public Class<Resolved> hears() {
        return Resolved.class;
    }

    @Override
    public Object command(Delivery<Resolved> delivery) {
        Resolved resolved = delivery.event();
        return new CaseCommand.NoteResolved(
                delivery.subject(), resolved.cycle(), resolved.tier().name(), delivery.occurredAt());
    }
}
