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

/**
 * Every published event of the log is in its topic, and nothing else is. A record may be there again under the same id; its first
 * appearance counts, and the first appearances of a stream's events stand in their order.
 */
final class TopicsOfLog {
    private static final String TOPICS = "the topics";

    private final Logs logs;
    private final List<Told> records;
    private final List<Offence> offences = new ArrayList<>();
    private long repeats;

    TopicsOfLog(Logs logs, List<Told> records) {
        this.logs = logs;
        this.records = records;
    }

    long repeats() {
        return repeats;
    }

    List<Offence> offences() {
        Set<UUID> seen = new HashSet<>();
        Map<String, Told> lastOf = new HashMap<>();
        records.stream()
                .sorted(Comparator.comparing(Told::topic)
                        .thenComparingInt(Told::partition)
                        .thenComparingLong(Told::offset))
                .forEach(told -> {
                    if (seen.add(told.eventId())) {
                        first(told, lastOf);
                    } else {
                        repeats++;
                    }
                });
        logs.all().stream()
                .filter(event -> Logs.published(event) && !seen.contains(event.eventId()))
                .forEach(event -> offences.add(new Offence(Kind.LOST, TOPICS, "never told: " + event)));
        return offences;
    }

    private void first(Told told, Map<String, Told> lastOf) {
        if (!logs.has(told.eventId())) {
            offences.add(new Offence(Kind.DOUBLED, TOPICS, "no log has " + told));
            return;
        }
        Logged event = logs.event(told.eventId());
        if (!event.service().equals(told.service())
                || !event.stream().equals(told.stream())
                || !event.type().equals(told.type())
                || event.sequence() != told.sequence()) {
            offences.add(new Offence(Kind.DOUBLED, TOPICS, told + " is not what was recorded: " + event));
        }
        Told before = lastOf.put(told.topic() + " " + told.stream(), told);
        if (before != null && (before.sequence() > told.sequence() || before.partition() != told.partition())) {
            offences.add(new Offence(Kind.REORDERED, TOPICS, told + " comes after " + before));
        }
    }
}
