package io.minutebook.bench.kill.judge;

import io.minutebook.bench.kill.judge.Offence.Kind;
import java.util.ArrayList;
import java.util.List;

/** What a service hears it answers once, however often it is told. */
final class AnswersInLog {
    private final Logs logs;
    private final List<Offence> offences = new ArrayList<>();
    private long found;

    AnswersInLog(Logs logs) {
        this.logs = logs;
    }

    long found() {
        return found;
    }

    List<Offence> offences() {
        for (Logged inboxKey : logs.all()) {
            for (EventPair eventPair : EventPair.ALL) {
                if (inboxKey.service().equals(eventPair.service())
                        && inboxKey.type().equals(eventPair.type())) {
                    once(inboxKey, eventPair);
                }
            }
        }
        return offences;
    }

    private void once(Logged inboxKey, EventPair eventPair) {
        List<Logged> answers = logs.causedBy(inboxKey.eventId()).stream()
                .filter(event ->
                        event.service().equals(eventPair.by()) && event.type().equals(eventPair.with()))
                .toList();
        found += answers.size();
        String where = "the answers of " + eventPair.by();
        if (answers.isEmpty() && eventPair.always()) {
            offences.add(new Offence(Kind.LOST, where, "no " + eventPair.with() + " for " + inboxKey));
        }
        if (answers.size() > 1) {
            offences.add(new Offence(Kind.DOUBLED, where, inboxKey + " was answered more than once: " + answers));
        }
    }
}
