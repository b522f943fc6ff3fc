package io.minutebook.bench.stand;

import io.minutebook.contract.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The topics of the suite on a new broker, which leads all their partitions before any service starts. */
final class ReadyTopics {
    private static final int PARTITIONS = 6;
    private static final short REPLICAS = 1;

    private ReadyTopics() {}

    static void make(String kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            List<NewTopic> topics = Topics.all().stream()
                    .map(name -> new NewTopic(name, PARTITIONS, REPLICAS))
                    .toList();
            admin.createTopics(topics).all().get();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            for (var topic : topics) {
                for (int i = 0; i < PARTITIONS; i++) {
                    ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
                }
            }
            // only a leader answers; the client asks until it is one
            admin.listOffsets(ends).all().get();
        }
    }
}
