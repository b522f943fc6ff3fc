package io.minutebook.bench.kill.judge;

import io.minutebook.bench.kill.judge.Offence.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Each acknowledged command's events stand in the log once, in the order of the acknowledgements; none stands there without a command. */
final class CommandsInLog {
    private static final String LOG = "the log";

    private final List<Sent> commands;
    private final Logs logs;
    private final List<Offence> offences = new ArrayList<>();
    private final Set<UUID> claimed = new HashSet<>();

    CommandsInLog(List<Sent> commands, Logs logs) {
        this.commands = commands;
        this.logs = logs;
    }

    List<Offence> offences() {
        commands.forEach(command -> command.effects().forEach(effect -> once(command, effect)));
        commands.stream()
                .filter(command -> command.outcome() == Sent.Outcome.REFUSED)
                .forEach(this::refused);
        causeless();
        ordered();
        return offences;
    }

    private void once(Sent command, String effect) {
        List<Logged> found = logs.effects(command, effect);
        found.forEach(event -> claimed.add(event.eventId()));
        int least = command.outcome() == Sent.Outcome.ACKNOWLEDGED ? 1 : 0;
        if (found.size() < least) {
            offences.add(new Offence(Kind.LOST, LOG, "no " + effect + " of the acknowledged " + command));
        }
        if (found.size() > 1) {
            offences.add(new Offence(Kind.DOUBLED, LOG, command + " is there " + found.size() + " times: " + found));
        }
    }

    private void refused(Sent command) {
        offences.add(new Offence(Kind.REFUSED, "the answers", command + ": " + command.answer()));
    }

    /** Of the kinds of events that only commands cause. */
    private void causeless() {
        Set<String> kinds = new HashSet<>();
        commands.forEach(command -> command.effects().forEach(effect -> kinds.add(command.service() + "." + effect)));
        logs.all().stream()
                .filter(event ->
                        kinds.contains(event.service() + "." + event.type()) && !claimed.contains(event.eventId()))
                .forEach(event -> offences.add(new Offence(Kind.DOUBLED, LOG, event + " was caused by no command")));
    }

    private void ordered() {
        Map<String, Logged> lastOf = new HashMap<>();
        commands.stream()
                .filter(command -> command.outcome() == Sent.Outcome.ACKNOWLEDGED)
                .sorted(Comparator.comparing(Sent::walk).thenComparingInt(Sent::order))
                .forEach(command -> command.effects().stream()
                        .flatMap(effect -> logs.effects(command, effect).stream())
                        .forEach(event -> after(lastOf, event, command)));
    }

    private void after(Map<String, Logged> lastOf, Logged event, Sent command) {
        Logged before = lastOf.put(event.service() + " " + event.stream(), event);
        if (before != null && before.sequence() > event.sequence()) {
            offences.add(new Offence(Kind.REORDERED, LOG, command + " at " + event + " stands before " + before));
        }
    }
}
