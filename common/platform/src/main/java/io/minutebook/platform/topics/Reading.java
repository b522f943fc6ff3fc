package io.minutebook.platform.topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A record as it came, and what was read in it: a fact, or why it is none. */
record Reading(
        ConsumerRecord<byte[], byte[]> record, @Nullable Fact fact, String refusal) {
    static Reading of(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Reading(record, Facts.read(record), "");
        } catch (Facts.Unreadable unreadable) {
            return new Reading(record, null, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The same record, set aside. */
    Reading refused(RuntimeException reason) {
        return new Reading(record, null, String.valueOf(reason.getMessage()));
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The offset behind it. */
    long next() {
        return record.offset() + 1;
    }
}
