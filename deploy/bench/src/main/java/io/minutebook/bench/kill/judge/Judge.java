package io.minutebook.bench.kill.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges a run from outside. It knows what clients were told and what the contract says; it trusts nothing that the services say about
 * each other, and goes from room to room: from the commands to the logs, from the logs to the topics, from what was heard to what it was
 * answered with, from the topics to the ledger.
 */
public final class Judge {
    private Judge() {}

    /** The verdict; takes no time into account, so the system must have come to rest. */
    public static Verdict judge(List<Sent> commands, Evidence evidence) {
        List<Offence> offences = new ArrayList<>();
        Logs logs = new Logs(evidence.log());
        offences.addAll(new CommandsInLog(commands, logs).offences());
        offences.addAll(new StreamsInLog(logs).offences());
        TopicsOfLog topics = new TopicsOfLog(logs, evidence.topics());
        offences.addAll(topics.offences());
        AnswersInLog answers = new AnswersInLog(logs);
        offences.addAll(answers.offences());
        offences.addAll(new LedgerOfLog(commands, logs, evidence.ledger()).offences());
        return new Verdict(
                count(commands, Sent.Outcome.ACKNOWLEDGED),
                count(commands, Sent.Outcome.UNKNOWN),
                count(commands, Sent.Outcome.REFUSED),
                evidence.log().size(),
                evidence.topics().size(),
                topics.repeats(),
                answers.found(),
                evidence.ledger().size(),
                offences);
    }

    private static long count(List<Sent> commands, Sent.Outcome outcome) {
        return commands.stream().filter(command -> command.outcome() == outcome).count();
    }
}
