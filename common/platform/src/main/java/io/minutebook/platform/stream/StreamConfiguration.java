package io.minutebook.platform.stream;

import io.minutebook.contract.Contract;
import io.minutebook.contract.Published;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.EventFamilies;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.LogSignal;
import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.LogReaders;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Subject;
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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Connects a service to the topics: relays its log, hears the others, parks what it cannot understand. */
@AutoConfiguration
public class StreamConfiguration {
    private static final long RETRY_MILLIS = 250;
    private static final long CASE_NOT_KNOWN_RETRIES = 480;
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final int ALL_IN_SYNC = -1;

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

    /** Keeps the order of a partition whatever the broker does: a send is tried for as long as it takes, never overtaken. */
    @Bean(destroyMethod = "")
    Producer<String, byte[]> eventProducer(@Value("${spring.kafka.bootstrap-servers}") String broker) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        30_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** What the broker has not taken when the service stops is sent again at the next start. */
    @Bean
    DisposableBean producerCloser(Producer<String, byte[]> eventProducer) {
        return () -> eventProducer.close(CLOSE);
    }

    @Bean
    LogReaders relay(
            List<Publisher<?>> publishers,
            List<Subject<?, ?, ?>> subjects,
            EventFamilies families,
            Producer<String, byte[]> eventProducer,
            DataSource database,
            EventLog log,
            LogSignal signal,
            Clock clock,
            @Value("${minutebook.service}") String service) {
        Map<String, Class<?>> familyBySubject = new HashMap<>();
        subjects.forEach(
                subject -> familyBySubject.put(subject.name(), subject.types().family()));
        Map<Class<?>, Publisher<?>> byFamily = new HashMap<>();
        publishers.forEach(publisher -> byFamily.put(publisher.family(), publisher));
        Relay relay = new Relay(service, families, familyBySubject, byFamily, eventProducer);
        return new LogReaders(List.of(new LogReader("stream.relay", database, log, signal, relay)), clock);
    }

    @Bean
    SmartLifecycle ear(
            ObjectProvider<Listener<?>> listeners,
            Commands commands,
            DataSource database,
            Producer<String, byte[]> eventProducer,
            TraceHeaders traces,
            @Value("${minutebook.service}") String service,
            @Value("${spring.kafka.bootstrap-servers}") String broker) {
        Map<Class<? extends Published>, Listener<?>> byRecord = new HashMap<>();
        Set<String> topics = new TreeSet<>();
        listeners.forEach(listener -> {
            byRecord.put(listener.hears(), listener);
            topics.addAll(Contract.topicsOf(listener.hears()));
        });
        topics.removeIf(topic -> topic.startsWith(service + '.'));
        return new Listening(() -> {
            Parking parking = new Parking(service, new DeadLetters(database), eventProducer);
            Ear ear = new Ear(byRecord, commands, parking, traces);
            return topics.stream()
                    .map(topic -> container(service, broker, topic, ear, parking))
                    .toList();
        });
    }

    /** A consumer of its own for each topic: while one waits for a case that another topic tells of, that other one must be heard. */
    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            String service, String broker, String topic, Ear ear, Parking parking) {
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setGroupId(service + "." + topic);
        properties.setMessageListener(ear);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        ConcurrentMessageListenerContainer<String, byte[]> container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                                ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000,
                                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000,
                                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500,
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                properties);
        container.setBeanName("ear." + topic);
        DefaultErrorHandler errors = new DefaultErrorHandler(
                (message, failure) -> parking.park(casted(message), reason(failure)),
                new FixedBackOff(RETRY_MILLIS, 1));
        errors.setBackOffFunction((message, failure) -> backOff(root(failure)));
        errors.setLogLevel(KafkaException.Level.DEBUG);
        errors.setReclassifyOnExceptionChange(true);
        container.setCommonErrorHandler(errors);
        return container;
    }

    /** What may pass by itself is waited for; a case nobody has told of yet, for two minutes. Everything else is parked at once. */
    private static BackOff backOff(Throwable failure) {
        if (failure instanceof LogUnavailable || failure instanceof ConcurrencyException) {
            return new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS);
        }
        boolean unheardOf =
                failure instanceof Rejected refused && refused.code().equals("case-not-known-yet");
        return unheardOf ? new FixedBackOff(RETRY_MILLIS, CASE_NOT_KNOWN_RETRIES) : new FixedBackOff(0, 0);
    }

    private static Throwable root(Throwable failure) {
        return failure instanceof ListenerExecutionFailedException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }

    private static String reason(Throwable failure) {
        Throwable root = root(failure);
        return root instanceof Rejected rejected ? rejected.code() : root.toString();
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> casted(ConsumerRecord<?, ?> message) {
        return (ConsumerRecord<String, byte[]>) message;
    }
}
