package io.minutebook.intake.process;

import io.minutebook.eventlog.StoredEvent;
import io.minutebook.intake.domain.calls.CallEvent;
import io.minutebook.intake.domain.cases.CaseCommand;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.process.Reaction;
import org.springframework.stereotype.Component;

/** A callback the customer accepted is a promise, on the case the call is about. */
@Component
final class WhenCallbackDueThenPromiseIt implements Reaction<CallEvent> {
    private static final String TEXT = "回电 / Call the customer back";

    private final Commands commands;

    WhenCallbackDueThenPromiseIt(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "policy.promise-callback";
    }

    @Override
    public Class<CallEvent> family() {
        return CallEvent.class;
    }

    /** The promise goes by the id of the event it comes from, so that it is made once. */
    @Override
    public void on(StoredEvent<CallEvent> stored) {
        if (stored.event() instanceof CallEvent.CallbackDue due) {
            commands.react(
                    new CaseCommand.PromiseCallback(
                            due.caseId(), stored.eventId().toString(), TEXT, due.dueAt(), due.at()),
                    stored.eventId());
        }
    }
}
