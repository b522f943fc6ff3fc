package io.minutebook.platform.messaging;

import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.AppendSignal;
import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.Inbox;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogReader;
import io.minutebook.platform.LogReaderHealth;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.telemetry.TraceHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Connects a service to the topics: relays its log, consumes the others, parks what it cannot understand. */
@AutoConfiguration
public class MessagingConfiguration {
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final int ALL_IN_SYNC = -1;
    /** How long a request waits for more to take along, unless it is asked to leave. */
    private static final int COMPANY_MILLIS = 20;

    @Bean
    KafkaAdmin.NewTopics topics(
            @Value("${minutebook.service}") String service, @Value("${minutebook.kafka.partitions:6}") int partitions) {
        List<String> names = new ArrayList<>(Topics.all());
        names.add(Topics.deadLetters(service));
        return new KafkaAdmin.NewTopics(names.stream()
                .map(name -> TopicBuilder.name(name)
                        .partitions(partitions)
                        .replicas(ALL_IN_SYNC)
                        .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .build())
                .toArray(NewTopic[]::new));
    }

    /** For copies of dead letters. */
    @Bean(destroyMethod = "")
    Producer<String, byte[]> letterProducer(@Value("${spring.kafka.bootstrap-servers}") String broker) {
        return producer(broker);
    }

    @Bean
    DisposableBean producerCloser(Producer<String, byte[]> letterProducer) {
        return () -> letterProducer.close(CLOSE);
    }

    @Bean
    OutboxRelay publishing(
            List<Publisher<?>> publishers,
            List<AggregateType<?, ?, ?>> subjects,
            EventCodecs families,
            @Value("${minutebook.service}") String service,
            @Value("${spring.kafka.bootstrap-servers}") String broker) {
        Map<String, Class<?>> familyBySubject = new HashMap<>();
        subjects.forEach(
                subject -> familyBySubject.put(subject.name(), subject.types().family()));
        Map<Class<?>, Publisher<?>> byFamily = new HashMap<>();
        publishers.forEach(publisher -> byFamily.put(publisher.family(), publisher));
        return new OutboxRelay(service, families, familyBySubject, byFamily, () -> producer(broker));
    }

    @Bean
    LogReaderHealth relay(
            OutboxRelay publishing,
            DataSource database,
            EventLog log,
            AppendSignal signal,
            LeaseCoordinator shares,
            Clock clock) {
        return new LogReaderHealth(
                List.of(new LogReader("stream.relay", database, log, signal, publishing)), shares, clock);
    }

    @Bean
    MessageDispatcher messageDispatcher(ObjectProvider<Listener<?>> listeners, Commands commands, TraceHeaders traces) {
        Map<Class<? extends PublishedEvent>, Listener<?>> byRecord = new HashMap<>();
        listeners.forEach(listener -> byRecord.put(listener.eventType(), listener));
        return new MessageDispatcher(byRecord, commands, traces);
    }

    @Bean
    DeadLetters deadLetters(DataSource database) {
        return new DeadLetters(database);
    }

    @Bean
    DeadLetterController deadLettersApi(DeadLetters letters, DeadLetterRedriver deadLetterRedriver) {
        return new DeadLetterController(letters, deadLetterRedriver);
    }

    @Bean
    DeadLetterRedriver redrive(MessageDispatcher messageDispatcher, DeadLetters letters, LeaseCoordinator shares) {
        DeadLetterRedriver deadLetterRedriver = new DeadLetterRedriver(letters, messageDispatcher);
        shares.add(deadLetterRedriver);
        return deadLetterRedriver;
    }

    @Bean
    InboxConsumer hearing(
            MessageDispatcher messageDispatcher,
            DataSource database,
            DeadLetters letters,
            Producer<String, byte[]> letterProducer,
            LeaseCoordinator shares,
            @Value("${minutebook.service}") String service,
            @Value("${spring.kafka.bootstrap-servers}") String broker) {
        Set<String> topics = new TreeSet<>(messageDispatcher.topics());
        topics.removeIf(topic -> topic.startsWith(service + '.'));
        return new InboxConsumer(
                topics,
                () -> consumer(broker),
                new Inbox(database),
                new RecordHandler(messageDispatcher, new DeadLetterQueue(service, letters, letterProducer)),
                shares);
    }

    /**
     * Keeps the order of a partition whatever the broker does: a send is tried for as long as it takes, never overtaken. One request at a time, as
     * with several a topic that was just made can refuse them by turns for ever.
     */
    private static Producer<String, byte[]> producer(String broker) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        30_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        COMPANY_MILLIS,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** No consumer group: who consumes which partition is agreed upon in the database that also keeps how far it was consumed. */
    private static Consumer<String, byte[]> consumer(String broker) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        10_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
