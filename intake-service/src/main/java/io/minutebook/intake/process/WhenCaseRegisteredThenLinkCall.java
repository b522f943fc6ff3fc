package io.minutebook.intake.process;

import io.minutebook.eventlog.StoredEvent;
import io.minutebook.intake.domain.calls.CallCommand;
import io.minutebook.intake.domain.cases.CaseEvent;
import io.minutebook.kernel.Stated;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.process.Reaction;
import org.springframework.stereotype.Component;

/** A case that is registered on a call belongs to that call. */
@Component
final class WhenCaseRegisteredThenLinkCall implements Reaction<CaseEvent> {
    private final Commands commands;

    WhenCaseRegisteredThenLinkCall(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "policy.link-call";
    }

    @Override
    public Class<CaseEvent> family() {
        return CaseEvent.class;
    }

    @Override
    public void on(StoredEvent<CaseEvent> stored) {
        if (stored.event() instanceof CaseEvent.CaseRegistered registered
                && registered.registration().callId() != null) {
            commands.react(
                    new CallCommand.LinkCall(
                            registered.registration().callId(),
                            stored.stream(),
                            registered.ref().caseNumber(),
                            Stated.at(registered.at())),
                    stored.eventId());
        }
    }
}
