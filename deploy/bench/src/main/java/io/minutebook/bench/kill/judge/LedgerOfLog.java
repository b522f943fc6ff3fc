package io.minutebook.bench.kill.judge;

import io.minutebook.bench.kill.judge.Offence.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case's timeline shows every published event of the case and its call once, and a client's commands in the order it gave them. */
final class LedgerOfLog {
    private static final String LEDGER = "the ledger";

    private final List<Sent> commands;
    private final Logs logs;
    private final Map<String, List<Shown>> byCase = new HashMap<>();
    private final List<Offence> offences = new ArrayList<>();

    LedgerOfLog(List<Sent> commands, Logs logs, List<Shown> ledger) {
        this.commands = commands;
        this.logs = logs;
        ledger.forEach(line -> byCase.computeIfAbsent(line.caseId(), unused -> new ArrayList<>())
                .add(line));
        byCase.values().forEach(lines -> lines.sort(Comparator.comparingInt(Shown::place)));
    }

    List<Offence> offences() {
        Map<String, Set<String>> streams = new HashMap<>();
        Map<String, String> caseOf = new HashMap<>();
        for (Sent command : commands) {
            if (command.outcome() == Sent.Outcome.ACKNOWLEDGED && command.stream() != null) {
                streams.computeIfAbsent(command.walk(), unused -> new HashSet<>())
                        .add(command.stream());
                if (command.effects().contains("CaseRegistered")) {
                    caseOf.put(command.walk(), command.stream());
                }
            }
        }
        caseOf.forEach((walk, caseId) -> complete(caseId, streams.getOrDefault(walk, Set.of())));
        ordered(caseOf);
        return offences;
    }

    private void complete(String caseId, Set<String> streams) {
        Set<UUID> shown = new HashSet<>();
        for (Shown line : byCase.getOrDefault(caseId, List.of())) {
            if (!shown.add(line.eventId())) {
                offences.add(new Offence(Kind.DOUBLED, LEDGER, line + " is shown twice"));
            }
            if (!logs.has(line.eventId())) {
                offences.add(new Offence(Kind.DOUBLED, LEDGER, line + " is in no log"));
            }
        }
        for (String stream : streams) {
            for (String service : new String[] {"intake", "escalation", "followup"}) {
                logs.stream(service, stream).stream()
                        .filter(event -> Logs.published(event) && !shown.contains(event.eventId()))
                        .forEach(event -> offences.add(
                                new Offence(Kind.LOST, LEDGER, "the timeline of " + caseId + " lacks " + event)));
            }
        }
    }

    private void ordered(Map<String, String> caseOf) {
        Map<String, Map<UUID, Shown>> linesOf = new HashMap<>();
        caseOf.forEach((walk, caseId) -> linesOf.put(walk, lines(caseId)));
        Map<String, Shown> lastOf = new HashMap<>();
        commands.stream()
                .filter(command -> command.outcome() == Sent.Outcome.ACKNOWLEDGED)
                .sorted(Comparator.comparing(Sent::walk).thenComparingInt(Sent::order))
                .forEach(command -> command.effects().stream()
                        .flatMap(effect -> logs.effects(command, effect).stream())
                        .map(event ->
                                linesOf.getOrDefault(command.walk(), Map.of()).get(event.eventId()))
                        .filter(Objects::nonNull)
                        .forEach(line -> after(lastOf.put(command.walk(), line), line)));
    }

    private Map<UUID, Shown> lines(String caseId) {
        Map<UUID, Shown> lines = new HashMap<>();
        byCase.getOrDefault(caseId, List.of()).forEach(line -> lines.putIfAbsent(line.eventId(), line));
        return lines;
    }

    private void after(@Nullable Shown before, Shown line) {
        if (before != null && before.place() > line.place()) {
            offences.add(new Offence(Kind.REORDERED, LEDGER, line + " is shown before " + before));
        }
    }
}
