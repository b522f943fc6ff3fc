package io.minutebook.platform.topics;

import io.minutebook.platform.topics.Pass.Share;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the passes of a service's views: the ordinary one, which is prompt, and the loading one of a rebuild, which takes much at a time. */
final class Passes {
    private static final int BATCH = 2000;
    private static final int CHUNK = 5000;
    private static final int FETCH = 8 * 1024 * 1024;
    private static final int HARDLY_MILLIS = 10;

    private final Positions positions;
    private final Rebuilds rebuilds;
    private final DeadRecords deadRecords;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Map<String, Object> settings;

    /** @param settings of Kafka, connection and security; how it reads is set here */
    Passes(
            Positions positions,
            Rebuilds rebuilds,
            DeadRecords deadRecords,
            TransactionTemplate transaction,
            InstantSource clock,
            Map<String, Object> settings) {
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.deadRecords = deadRecords;
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

    Pass over(TopicView view, Copy copy) {
        return pass(view, copy, Share.ALL, settings, new Pass.Writing() {
            @Override
            public void write(List<Fact> facts) {
                view.apply(copy, facts);
            }

            @Override
            public void forget() {
                view.forget(copy);
            }
        });
    }

    Pass loading(TopicView view, Share share) {
        return pass(view, Copy.NEXT, share, readingMuch(settings), facts -> {
            rebuilds.hold(view.name(), Rebuilds.Step.LOADING);
            rebuilds.withoutWaiting();
            view.load(facts);
        });
    }

    private Pass pass(TopicView view, Copy copy, Share share, Map<String, Object> how, Pass.Writing writing) {
        return new Pass(view, copy, share, writing, positions, deadRecords, transaction, clock, how);
    }
}
