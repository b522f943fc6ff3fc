package io.minutebook.planted.view.second;

import org.apache.kafka.common.TopicPartition;

/** A view that sees Kafka. */
public record SeesKafka(TopicPartition partition) {}
