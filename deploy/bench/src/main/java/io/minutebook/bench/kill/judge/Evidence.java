package io.minutebook.bench.kill.judge;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the system says happened, three times: its logs, its topics from the beginning, its ledger. */
public record Evidence(List<Logged> log, List<TopicRecord> topics, List<Shown> ledger) {
    public Evidence {
        log = List.copyOf(log);
        topics = List.copyOf(topics);
        ledger = List.copyOf(ledger);
    }

    /** How many published events that were recorded before this moment no topic has yet. */
    public long untold(Instant before) {
        Set<UUID> told = topics.stream().map(TopicRecord::eventId).collect(Collectors.toSet());
        return log.stream()
                .filter(event ->
                        event.recordedAt().isBefore(before) && Logs.published(event) && !told.contains(event.eventId()))
                .count();
    }
}
