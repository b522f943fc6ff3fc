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
    private final List<TopicRecord> records;
    private final List<Offence> offences = new ArrayList<>();
    private long repeats;

    TopicsOfLog(Logs logs, List<TopicRecord> records) {
        this.logs = logs;
        this.records = records;
    }

    long repeats() {
        return repeats;
    }

    List<Offence> offences() {
        Set<UUID> seen = new HashSet<>();
        Map<String, TopicRecord> lastOf = new HashMap<>();
        records.stream()
                .sorted(Comparator.comparing(TopicRecord::topic)
                        .thenComparingInt(TopicRecord::partition)
                        .thenComparingLong(TopicRecord::offset))
                .forEach(topicRecord -> {
                    if (seen.add(topicRecord.eventId())) {
                        first(topicRecord, lastOf);
                    } else {
                        repeats++;
                    }
                });
        logs.all().stream()
                .filter(event -> Logs.published(event) && !seen.contains(event.eventId()))
                .forEach(event -> offences.add(new Offence(Kind.LOST, TOPICS, "never told: " + event)));
        return offences;
    }

    private void first(TopicRecord topicRecord, Map<String, TopicRecord> lastOf) {
        if (!logs.has(topicRecord.eventId())) {
            offences.add(new Offence(Kind.DOUBLED, TOPICS, "no log has " + topicRecord));
            return;
        }
        Logged event = logs.event(topicRecord.eventId());
        if (!event.service().equals(topicRecord.service())
                || !event.stream().equals(topicRecord.stream())
                || !event.type().equals(topicRecord.type())
                || event.sequence() != topicRecord.sequence()) {
            offences.add(new Offence(Kind.DOUBLED, TOPICS, topicRecord + " is not what was recorded: " + event));
        }
        TopicRecord before = lastOf.put(topicRecord.topic() + " " + topicRecord.stream(), topicRecord);
        if (before != null
                && (before.sequence() > topicRecord.sequence() || before.partition() != topicRecord.partition())) {
            offences.add(new Offence(Kind.REORDERED, TOPICS, topicRecord + " comes after " + before));
        }
    }
}
