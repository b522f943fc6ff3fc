package io.minutebook.escalation.messaging;

import static io.minutebook.platform.messaging.CaseHeaders.ref;

import io.minutebook.contract.FaultDispatched;
import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.HandOver;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
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
                ref(e.on()),
                new PolicyScope(e.site(), e.details().channel(), e.details().priority()),
                HandOver.valueOf(e.mode().name()),
                e.project(),
                e.engineer());
    }
}
