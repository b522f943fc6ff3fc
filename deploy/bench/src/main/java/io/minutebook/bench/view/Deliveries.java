package io.minutebook.bench.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts a day into topics: once, or every event one to five times, its copies somewhere behind it in the same partition. */
record Deliveries(Map<String, Object> kafka, String prefix) {
    private static final int PARTITIONS = 4;
    private static final int AT_ONCE = 500;

    String calls() {
        return prefix + Hotline.CALLS;
    }

    List<String> cases() {
        return Hotline.CASES.stream().map(prefix::concat).toList();
    }

    String deadLetters() {
        return prefix + "deadletters";
    }

    void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka)) {
            List<NewTopic> topics = Stream.concat(Stream.of(calls(), deadLetters()), cases().stream())
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        }
    }

    void once(List<SampleEvent> day) throws InterruptedException, ExecutionException {
        send(day, 0);
    }

    /** Returns how many records that were. A poison record comes once: what it is known by is its place. */
    int manyTimes(List<SampleEvent> day, Random random, int pauseMillis)
            throws InterruptedException, ExecutionException {
        List<SampleEvent> all = new ArrayList<>();
        Map<Integer, Queue<SampleEvent>> later = new HashMap<>();
        for (int at = 0; at < day.size(); at++) {
            SampleEvent event = day.get(at);
            all.add(event);
            int copies = event.key().startsWith("poison") ? 0 : random.nextInt(5);
            for (int copy = 0; copy < copies; copy++) {
                later.computeIfAbsent(at + random.nextInt(400), where -> new ArrayDeque<>())
                        .add(event);
            }
            all.addAll(later.getOrDefault(at, new ArrayDeque<>()));
            later.remove(at);
        }
        later.values().forEach(all::addAll);
        send(all, pauseMillis);
        return all.size();
    }

    private void send(List<SampleEvent> all, int pauseMillis) throws InterruptedException, ExecutionException {
        // one request at a time: on a topic this young a busy broker may refuse the first and take the second
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                sent.add(producer.send(all.get(i).to(prefix)));
                if (i % AT_ONCE == AT_ONCE - 1) {
                    producer.flush();
                    Thread.sleep(pauseMillis);
                }
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }
}
