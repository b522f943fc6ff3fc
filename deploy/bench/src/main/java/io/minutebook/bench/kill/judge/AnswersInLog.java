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
        for (Logged heard : logs.all()) {
            for (Answering answering : Answering.ALL) {
                if (heard.service().equals(answering.service()) && heard.type().equals(answering.type())) {
                    once(heard, answering);
                }
            }
        }
        return offences;
    }

    private void once(Logged heard, Answering answering) {
        List<Logged> answers = logs.causedBy(heard.eventId()).stream()
                .filter(event ->
                        event.service().equals(answering.by()) && event.type().equals(answering.with()))
                .toList();
        found += answers.size();
        String where = "the answers of " + answering.by();
        if (answers.isEmpty() && answering.always()) {
            offences.add(new Offence(Kind.LOST, where, "no " + answering.with() + " for " + heard));
        }
        if (answers.size() > 1) {
            offences.add(new Offence(Kind.DOUBLED, where, heard + " was answered more than once: " + answers));
        }
    }
}
