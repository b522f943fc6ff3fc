package io.minutebook.bench.figure;

import io.minutebook.bench.Contest;
import io.minutebook.bench.raw.RawProducer;
import io.minutebook.bench.raw.Topic;
import io.minutebook.bench.stand.Stage;
import io.minutebook.contract.Topics;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast the relay sends what has piled up. A transaction held open keeps the events of a round from its eyes until all are there; the clock
 * runs from the last look at which the broker has none of them until it has all.
 */
final class RelayDrain implements Contest {
    private static final int KEPT = 100_000;
    private static final double RAW_SECONDS = 4;

    private final Drain drain;
    private final Topic topic;
    private final RawProducer raw;

    private RelayDrain(Drain drain, Topic topic, RawProducer raw) {
        this.drain = drain;
        this.topic = topic;
        this.raw = raw;
    }

    static Contest open(Stage stage) throws Exception {
        var drain = Drain.of(stage);
        var topic = new Topic(drain.kafka(), Topics.ESCALATION_CASES);
        drained(drain, topic, stage.pace().backlog());
        var raw = new RawProducer(drain.kafka(), topic, KEPT);
        raw.perSecond(RAW_SECONDS);
        return new RelayDrain(drain, topic, raw);
    }

    @Override
    public double ours() throws Exception {
        return drained(drain, topic, drain.stage().pace().backlog());
    }

    @Override
    public double raw() {
        return raw.perSecond(RAW_SECONDS);
    }

    private static double drained(Drain drain, Topic topic, int backlog) throws Exception {
        long before = topic.size();
        try (var holder = DriverManager.getConnection(drain.service().database());
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.executeQuery("select pg_current_xact_id()").close();
            drain.clones().add(backlog);
            holder.rollback();
        }
        long begun;
        long looked = System.nanoTime();
        do {
            begun = looked;
            LockSupport.parkNanos(1_000_000);
            looked = System.nanoTime();
        } while (topic.size() == before);
        drain.service().settle();
        long took = System.nanoTime() - begun;
        return (topic.size() - before) * 1e9 / took;
    }

    @Override
    public Map<String, Object> notes() {
        return Map.of("backlogEvents", drain.stage().pace().backlog());
    }

    @Override
    public void close() {
        raw.close();
        topic.close();
    }
}
