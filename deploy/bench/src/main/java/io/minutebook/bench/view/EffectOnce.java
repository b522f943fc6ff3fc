package io.minutebook.bench.view;

import io.minutebook.followup.view.ledger.LedgerProjection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;

/**
 * Every event counts once in the ledger. The same day goes into two sets of topics: once into one, which is read in peace; and every event one to
 * five times into the other, while two instances fight for the lead and positions are put back. In the end both ledgers are the same, byte for
 * byte, and so is what a rebuild makes of the second one, the lead of which is cut as well.
 */
final class EffectOnce {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** @param dawdleMillis at most, twice in a transaction; {@code pauseMillis} after five hundred records */
    record Scale(long seed, int cases, int eventsEach, int poison, int dawdleMillis, int pauseMillis) {}

    /** @param taken how often another instance wrote than the one before */
    record Outcome(
            int records, Tables peace, Tables unrest, Tables rebuilt, long taken, long applied, String unrestWas) {
        boolean held() {
            return peace.equals(unrest) && peace.equals(rebuilt);
        }

        String words() {
            return "%d records of %d events; the lead changed hands %d times, %d facts were applied; %s; in peace %s; in unrest %s; rebuilt %s"
                    .formatted(
                            records,
                            peace.entries(),
                            taken,
                            applied,
                            unrestWas,
                            peace.words(),
                            unrest.words(),
                            rebuilt.words());
        }
    }

    private final Map<String, Object> kafka;
    private final Scale scale;
    private final List<SampleEvent> day;

    EffectOnce(String kafka, Scale scale) {
        this.kafka = Map.of("bootstrap.servers", kafka);
        this.scale = scale;
        this.day = Hotline.day(scale.seed(), scale.cases(), scale.eventsEach(), scale.poison());
    }

    /** @param quiet a fresh database's address, and {@code noisy} another's; their owner may cut sessions */
    Outcome run(String quiet, String noisy) throws Exception {
        Tables peace = inPeace(quiet);
        Deliveries topics = topics("many");
        migrate(noisy);
        Turns turns = new Turns(scale.dawdleMillis());
        try (Unrest unrest = new Unrest(noisy, () -> new Reader(noisy, topics, turns), new Random(scale.seed()))) {
            int records = topics.manyTimes(day, new Random(scale.seed() + 1), scale.pauseMillis());
            unrest.calm();
            awaitAll(noisy, topics);
            Tables once = Tables.of(noisy);
            Tables rebuilt = rebuilt(noisy);
            return new Outcome(records, peace, once, rebuilt, turns.taken(), turns.events(), unrest.words());
        }
    }

    private Tables inPeace(String url) throws Exception {
        Deliveries topics = topics("once");
        topics.once(day);
        migrate(url);
        try (Reader alone = new Reader(url, topics, new Turns(0))) {
            awaitAll(url, topics);
            return Tables.of(url);
        }
    }

    private static Tables rebuilt(String url) throws Exception {
        execute(url, "update ledger_case set symptom = 'tampered'");
        execute(
                url,
                "insert into view_rebuild (view, state) values ('%s', 'REQUESTED')".formatted(LedgerProjection.NAME));
        await(() -> number(url, "select count(*) from view_position where reader = 'ledger_next'") > 0);
        execute(url, Unrest.CUT);
        await(() -> number(url, "select count(*) from view_rebuild where state = 'DONE'") == 1);
        return Tables.of(url);
    }

    private Deliveries topics(String name) throws Exception {
        Deliveries topics =
                new Deliveries(kafka, name + UUID.randomUUID().toString().substring(0, 8) + '.');
        topics.createTopics();
        return topics;
    }

    private static void migrate(String url) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/projection", "classpath:db/followup")
                .load()
                .migrate();
    }

    private void awaitAll(String url, Deliveries topics) throws Exception {
        Map<TopicPartition, Long> ends = ends(topics);
        await(() -> positions(url).entrySet().containsAll(ends.entrySet()));
    }

    private Map<TopicPartition, Long> ends(Deliveries topics) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            List<String> names = Stream.concat(Stream.of(topics.calls()), topics.cases().stream())
                    .toList();
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(partition ->
                                    asked.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        }
    }

    private static Map<TopicPartition, Long> positions(String url) throws SQLException {
        Map<TopicPartition, Long> found = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select topic, partition, next_offset from view_position where reader = 'ledger'")) {
            while (rows.next()) {
                found.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return found;
    }

    private static long number(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(Callable<Boolean> done) throws Exception {
        Instant until = Instant.now().plus(PATIENCE);
        while (!done.call()) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("it did not come to an end");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
