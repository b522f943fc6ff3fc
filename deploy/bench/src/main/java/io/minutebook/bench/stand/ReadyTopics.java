package io.minutebook.bench.stand;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * New topics whose partitions are all led. A broker shows a topic before it leads it; a producer with several requests under way can then have
 * the first refused and the second taken, and the first is out of order for ever.
 */
public final class ReadyTopics {
    private static final short REPLICAS = 1;

    private ReadyTopics() {}

    /** Makes topics of so many partitions each, and returns once the broker leads them all. */
    public static void make(String kafka, int partitions, Collection<String> names) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            List<NewTopic> topics = names.stream()
                    .map(name -> new NewTopic(name, partitions, REPLICAS))
                    .toList();
            admin.createTopics(topics).all().get();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            for (var name : names) {
                for (int i = 0; i < partitions; i++) {
                    ends.put(new TopicPartition(name, i), OffsetSpec.latest());
                }
            }
            // only a leader answers; the client asks until it is one
            admin.listOffsets(ends).all().get();
        }
    }
}
