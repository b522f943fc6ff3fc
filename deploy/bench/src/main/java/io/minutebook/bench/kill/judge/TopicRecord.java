package io.minutebook.bench.kill.judge;

import java.time.Instant;
import java.util.UUID;

/** A record as a topic has it; {@code sentAt} is when the relay handed it over. */
public record TopicRecord(
        String topic,
        int partition,
        long offset,
        UUID eventId,
        String service,
        String type,
        String stream,
        long sequence,
        Instant sentAt) {
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset + " " + type + " " + stream + "#" + sequence + " (" + eventId
                + ")";
    }
}
