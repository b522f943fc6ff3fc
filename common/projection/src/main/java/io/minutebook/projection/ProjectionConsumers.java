package io.minutebook.projection;

import io.minutebook.projection.ProjectionConsumer.PartitionSubset;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the passes of a service's views: the ordinary one, which is prompt, and the loading one of a rebuild, which takes much at a time. */
final class ProjectionConsumers {
    private static final int BATCH = 2000;
    private static final int CHUNK = 5000;
    private static final int FETCH = 8 * 1024 * 1024;
    private static final int HARDLY_MILLIS = 10;

    private final Checkpoints checkpoints;
    private final RebuildRequests rebuildRequests;
    private final ProjectionDeadLetters projectionDeadLetters;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Map<String, Object> settings;

    /** @param settings of Kafka, connection and security; how it reads is set here */
    ProjectionConsumers(
            Checkpoints checkpoints,
            RebuildRequests rebuildRequests,
            ProjectionDeadLetters projectionDeadLetters,
            TransactionTemplate transaction,
            InstantSource clock,
            Map<String, Object> settings) {
        this.checkpoints = checkpoints;
        this.rebuildRequests = rebuildRequests;
        this.projectionDeadLetters = projectionDeadLetters;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = reading(settings);
    }

    static Map<String, Object> reading(Map<String, Object> given) {
        Map<String, Object> settings = new HashMap<>(given);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // the broker answers as soon as there is one record, and otherwise keeps the question
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        return settings;
    }

    /** Much at a time, and yet bounded in number and in bytes: however long the topics are, little of them is in memory. */
    static Map<String, Object> readingMuch(Map<String, Object> given) {
        Map<String, Object> settings = reading(given);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, CHUNK);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH);
        // all that is wanted is there: a question behind the end would only keep the consumer from closing
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, HARDLY_MILLIS);
        return settings;
    }

    ProjectionConsumer over(Projection view, TableCopy tableCopy) {
        return pass(view, tableCopy, PartitionSubset.ALL, settings, new ProjectionConsumer.BatchWriter() {
            @Override
            public void write(List<TopicEvent> events) {
                view.apply(tableCopy, events);
            }

            @Override
            public void forget() {
                view.forget(tableCopy);
            }
        });
    }

    ProjectionConsumer loading(Projection view, PartitionSubset share) {
        return pass(view, TableCopy.NEXT, share, readingMuch(settings), events -> {
            rebuildRequests.hold(view.name(), RebuildRequests.Step.LOADING);
            rebuildRequests.withoutWaiting();
            view.load(events);
        });
    }

    private ProjectionConsumer pass(
            Projection view,
            TableCopy tableCopy,
            PartitionSubset share,
            Map<String, Object> how,
            ProjectionConsumer.BatchWriter writing) {
        return new ProjectionConsumer(
                view, tableCopy, share, writing, checkpoints, projectionDeadLetters, transaction, clock, how);
    }
}
