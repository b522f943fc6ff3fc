package io.minutebook.followup.messaging;

import io.minutebook.contract.Resolved;
import io.minutebook.contract.SolvedBy;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import org.springframework.stereotype.Component;

/** The first line (from intake) or those behind it (from escalation) say that it is solved. */
@Component
class ResolvedListener implements Listener<Resolved> {
    @Override
    public Class<Resolved> eventType() {
        return Resolved.class;
    }

    @Override
    public CaseCommand command(Message<Resolved> message) {
        Resolved e = message.event();
        return new CaseCommand.NoteResolution(
                e.caseId(),
                message.eventId(),
                e.tier().name(),
                e.solver(),
                e.solvedBy() == SolvedBy.FIRST_LINE,
                message.occurredAt());
    }
}
