package io.minutebook.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.testing.Stand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A topic of notes and a fresh database for one test, and what must stand in the one after the other was read. */
final class TopicsStand implements AutoCloseable {
    /** As the migrations of the services leave them. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Put(String subject, String text) {}

    final String url = Stand.postgres().freshDatabase("topics");
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final String topic;
    final String deadLetters;
    private final HikariDataSource database = new HikariDataSource();
    private final Map<String, Object> kafka;
    private final int partitions;
    private final KafkaProducer<String, String> producer;
    private final List<Put> put = new ArrayList<>();

    TopicsStand(int partitions) {
        this(partitions, Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()));
    }

    /** @param kafka where the broker is, and how patient its clients are */
    TopicsStand(int partitions, Map<String, Object> kafka) {
        database.setJdbcUrl(url);
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        new ResourceDatabasePopulator(new ClassPathResource("db/projection/V050__projection.sql")).execute(database);
        jdbc.execute(Notes.TABLE);
        this.kafka = kafka;
        this.partitions = partitions;
        String prefix = "t" + UUID.randomUUID().toString().substring(0, 8);
        topic = prefix + ".notes";
        deadLetters = prefix + ".deadletters";
        Map<String, Object> inBatches = new HashMap<>(kafka);
        inBatches.put("linger.ms", 10_000);
        inBatches.put("max.in.flight.requests.per.connection", 1);
        producer = new KafkaProducer<>(inBatches, new StringSerializer(), new StringSerializer());
        try (Admin admin = Admin.create(kafka)) {
            get(admin.createTopics(List.of(
                            new NewTopic(topic, partitions, (short) 1), new NewTopic(deadLetters, 1, (short) 1)))
                    .all());
        }
    }

    /** What was put together is read together, and nothing else with it: of a topic no more is fetched at a time than one batch. */
    Map<String, Object> settings() {
        Map<String, Object> reading = new HashMap<>(kafka);
        reading.put("max.partition.fetch.bytes", 1);
        return reading;
    }

    /** All in one batch. */
    synchronized void put(String subject, String... texts) {
        List<ProducerRecord<String, String>> records = new ArrayList<>();
        for (String text : texts) {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>(topic, Math.floorMod(subject.hashCode(), partitions), subject, text);
            Map.of(
                            "ce_id", UUID.randomUUID().toString(),
                            "ce_source", "trial",
                            "ce_type", "NoteWritten",
                            "ce_subject", subject,
                            "ce_time", "2026-03-02T10:00:00Z")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            records.add(record);
            if (!text.equals(Notes.REFUSED)) {
                put.add(new Put(subject, text));
            }
        }
        send(records);
    }

    /** Records without the headers of an event, all in one batch. */
    void putNoEvents(String key, List<String> values) {
        send(values.stream()
                .map(value -> new ProducerRecord<>(topic, 0, key, value))
                .toList());
    }

    private void send(List<ProducerRecord<String, String>> records) {
        List<Future<?>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(producer.send(record)));
        producer.flush();
        sent.forEach(TopicsStand::get);
    }

    /** What the view says once all that was put is applied, each note once and in the order of its subject. */
    synchronized List<String> expected() {
        Map<String, List<String>> bySubject = new TreeMap<>();
        put.forEach(each -> bySubject
                .computeIfAbsent(each.subject(), subject -> new ArrayList<>())
                .add(each.text()));
        List<String> expected = new ArrayList<>();
        bySubject.forEach(
                (subject, texts) -> texts.forEach(text -> expected.add(subject + ' ' + text + " of " + texts.size())));
        return expected;
    }

    /** Until the view says what it must, over all that may be away meanwhile. */
    void awaitAll() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(found()).isEqualTo(expected()));
    }

    /** What the view says. */
    List<String> found() {
        return jdbc.queryForList(
                "select concat(subject, ' ', text, ' of ', total) from note where copy = '' order by subject, place",
                String.class);
    }

    long positions(String reader) {
        return number("select coalesce(sum(next_offset), -1) from view_position where reader = ?", reader);
    }

    long number(String query, Object... arguments) {
        Long found = jdbc.queryForObject(query, Long.class, arguments);
        return found == null ? 0 : found;
    }

    /** Ends the session that asks for it, as the death of its owner would. */
    static void cut(JdbcTemplate session) {
        session.execute("select pg_terminate_backend(pg_backend_pid())");
    }

    /** Lets the database refuse a change of a table, whoever asks for it, until {@link #allow}. */
    void refuse(String table, String when) {
        jdbc.execute("""
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'planted' using errcode = '57P01'; end $$""");
        jdbc.execute("create trigger refuse before update on %s for each row when (%s) execute function refuse()"
                .formatted(table, when));
    }

    void allow(String table) {
        jdbc.execute("drop trigger refuse on " + table);
    }

    ProjectionConsumer pass(Notes.Incident incident) {
        return pass(incident, transaction, settings());
    }

    ProjectionConsumer pass(Notes.Incident incident, TransactionTemplate through, Map<String, Object> toDeadLetters) {
        return new ProjectionConsumers(
                        new Checkpoints(jdbc),
                        new RebuildRequests(jdbc),
                        new ProjectionDeadLetters(jdbc, through, deadLetters, toDeadLetters),
                        through,
                        InstantSource.system(),
                        settings())
                .over(new Notes(jdbc, topic, incident), TableCopy.SERVING);
    }

    /** All dead letters so far. */
    List<ConsumerRecord<String, String>> deadLetters() {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = List.of(new TopicPartition(deadLetters, 0));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long end = consumer.endOffsets(all).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (consumer.position(all.getFirst()) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    private static void get(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        database.close();
    }
}
