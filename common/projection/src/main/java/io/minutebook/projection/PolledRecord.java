package io.minutebook.projection;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A record as it came, and what was read in it: a fact, or why it is none. */
record PolledRecord(
        ConsumerRecord<byte[], byte[]> record, @Nullable TopicEvent event, String refusal) {
    static PolledRecord of(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new PolledRecord(record, CloudEventReader.read(record), "");
        } catch (CloudEventReader.Unreadable unreadable) {
            return new PolledRecord(record, null, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The same record, set aside. */
    PolledRecord refused(RuntimeException reason) {
        return new PolledRecord(record, null, String.valueOf(reason.getMessage()));
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The offset behind it. */
    long next() {
        return record.offset() + 1;
    }
}
