package io.minutebook.platform.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.eventlog.DeadLetters;
import io.minutebook.eventlog.Inbox;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.platform.command.TrialService;
import io.minutebook.testing.Stand;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class InboxConsumerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static @Nullable String database;
    private static @Nullable String leases;
    private static @Nullable ConfigurableApplicationContext service;

    private final String topic = "hearing." + UUID.randomUUID();
    private long told;
    private @Nullable ConsumerInstance first;
    private @Nullable ConsumerInstance second;

    @BeforeAll
    static void start() {
        database = Stand.postgres().freshDatabase("hearing");
        leases = Stand.postgres().freshDatabase("leases");
        service = TrialService.start(database);
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    @AfterEach
    void close() {
        Stream.of(first, second).filter(instance -> instance != null).forEach(ConsumerInstance::close);
    }

    @Test
    void records_that_are_read_again_change_nothing_a_second_time() throws Exception {
        makeTopic(1);
        String inOrder = ParcelRecords.parcel(service());
        String byId = ParcelRecords.parcel(service());
        List<UUID> told = ids(6);
        for (int i = 0; i < 3; i++) {
            tell(0, inOrder, told.get(i));
            tellWithoutPlace(0, byId, told.get(3 + i));
        }
        ConsumerInstance before = first = instance();
        await().atMost(SOON).until(() -> nextOffset(0) == 6);
        before.close();

        try (Connection connection = service().getBean(DataSource.class).getConnection();
                Statement forget = connection.createStatement()) {
            forget.execute("DELETE FROM heard_offset WHERE topic = '" + topic + "'");
            connection.commit();
        }
        ConsumerInstance after = second = instance();
        UUID last = UUID.randomUUID();
        tell(0, inOrder, last);
        await().atMost(SOON).until(() -> nextOffset(0) == 7);
        assertThat(after.tried).as("which were read again").containsAll(told.subList(3, 6));
        assertThat(handled(inOrder)).containsExactly(told.get(0), told.get(1), told.get(2), last);
        assertThat(handled(byId)).containsExactlyElementsOf(told.subList(3, 6));
        DeadLetters letters = service().getBean(DeadLetters.class);
        assertThat(letters.waits(inOrder) || letters.waits(byId)).isFalse();
    }

    @Test
    void a_partition_whose_record_cannot_be_answered_for_now_tries_it_again_and_others_go_on() throws Exception {
        makeTopic(2);
        String waiting = ParcelRecords.parcel(service());
        String behind = ParcelRecords.parcel(service());
        String elsewhere = ParcelRecords.parcel(service());
        List<UUID> told = ids(4);
        ConsumerInstance hearing = first = instance();
        hearing.unavailable.add(told.get(0));
        tell(0, waiting, told.get(0));
        tell(0, behind, told.get(1));
        tell(1, elsewhere, told.get(2));
        await().atMost(SOON).until(() -> handled(elsewhere).size() == 1 && hearing.tries(told.get(0)) > 2);
        tell(1, elsewhere, told.get(3));
        await().atMost(SOON).until(() -> handled(elsewhere).size() == 2);
        assertThat(hearing.tried).doesNotContain(told.get(1));
        assertThat(nextOffset(0)).isZero();

        hearing.unavailable.clear();
        await().atMost(SOON).until(() -> nextOffset(0) == 2);
        assertThat(handled(waiting)).containsExactly(told.get(0));
        assertThat(handled(behind)).containsExactly(told.get(1));
        assertThat(hearing.tried.getLast()).isEqualTo(told.get(1));
        assertThat(hearing.tries(told.get(1))).isEqualTo(1);
        assertThat(handled(elsewhere)).containsExactly(told.get(2), told.get(3));
    }

    @Test
    void a_partition_that_is_given_up_in_a_batch_is_gone_on_with_from_there_by_another_instance() throws Exception {
        makeTopic(1);
        String parcel = ParcelRecords.parcel(service());
        List<UUID> told = ids(5);
        ConsumerInstance here = first = inTheMiddleOfABatch(parcel, told);
        ConsumerInstance there = second = instance();
        int changes = here.changes.get();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(here.shares::close);
        await().atMost(SOON).until(() -> here.changes.get() > changes);
        assertThat(there.tried).isEmpty();
        here.release();
        closed.join();

        await().atMost(SOON).until(() -> nextOffset(0) == 5);
        assertThat(here.tried).endsWith(told.get(0), told.get(1));
        assertThat(there.tried).containsExactlyElementsOf(told.subList(2, 5));
        assertThat(handled(parcel)).containsExactlyElementsOf(told);
    }

    @Test
    void a_lease_lost_in_a_batch_ends_it_here_and_nothing_is_lost_or_doubled_where_it_goes_on() throws Exception {
        makeTopic(1);
        String parcel = ParcelRecords.parcel(service());
        List<UUID> told = ids(5);
        ConsumerInstance here = first = inTheMiddleOfABatch(parcel, told);
        ConsumerInstance there = second = instance();
        int changes = here.changes.get();
        here.loseSession();
        await().atMost(SOON).until(() -> nextOffset(0) == 5);
        assertThat(handled(parcel)).containsExactlyElementsOf(told);
        await().atMost(SOON).until(() -> here.changes.get() > changes);
        here.release();

        here.regainSession();
        there.close();
        UUID last = UUID.randomUUID();
        tell(0, parcel, last);
        await().atMost(SOON).until(() -> nextOffset(0) == 6);
        assertThat(here.tried).endsWith(told.get(0), told.get(1), last);
        assertThat(there.tried).containsExactlyElementsOf(told.subList(1, 5));
        assertThat(ParcelRecords.handled(service(), parcel))
                .startsWith(told.toArray(UUID[]::new))
                .endsWith(last)
                .hasSize(6);
    }

    @Test
    void a_lease_lost_and_got_back_between_reading_records_and_answering_them_loses_none() throws Exception {
        makeTopic(1);
        String parcel = ParcelRecords.parcel(service());
        List<UUID> told = ids(4);
        ConsumerInstance hearing = first = instance();
        hearing.afterPoll.set(() -> {
            int held = hearing.changes.get();
            hearing.loseSession();
            await().atMost(SOON).until(() -> hearing.shares.held().isEmpty() && hearing.changes.get() > held);
            hearing.beforeInbox.set(() -> {
                int lost = hearing.changes.get();
                hearing.regainSession();
                await().atMost(SOON).until(() -> !hearing.shares.held().isEmpty() && hearing.changes.get() > lost);
            });
        });
        told.subList(0, 3).forEach(id -> tell(0, parcel, id));
        await().atMost(SOON).until(() -> hearing.afterPoll.get() == null && hearing.beforeInbox.get() == null);
        tell(0, parcel, told.get(3));
        await().atMost(SOON).until(() -> nextOffset(0) == 4);
        assertThat(handled(parcel)).containsExactlyElementsOf(told);
    }

    /** An instance that has read all five records at once, answered the first, and hangs in the second. */
    private ConsumerInstance inTheMiddleOfABatch(String parcel, List<UUID> told) {
        ConsumerInstance instance = instance();
        instance.unavailable.add(told.get(0));
        told.forEach(id -> tell(0, parcel, id));
        int tries = instance.tries(told.get(0));
        await().atMost(SOON).until(() -> instance.tries(told.get(0)) > tries + 1);
        instance.held.put(told.get(1), new CountDownLatch(1));
        instance.unavailable.clear();
        await().atMost(SOON).until(() -> instance.tried.contains(told.get(1)));
        return instance;
    }

    private ConsumerInstance instance() {
        return new ConsumerInstance(service(), requireNonNull(database), requireNonNull(leases), topic);
    }

    private void makeTopic(int partitions) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void tell(int partition, String parcel, UUID eventId) {
        tell(partition, parcel, eventId, new LogPosition(1, ++told));
    }

    private void tellWithoutPlace(int partition, String parcel, UUID eventId) {
        tell(partition, parcel, eventId, null);
    }

    @SuppressWarnings("unchecked")
    private void tell(int partition, String parcel, UUID eventId, @Nullable LogPosition at) {
        Producer<String, byte[]> producer = service().getBean(Producer.class);
        producer.send(ParcelRecords.cleared(topic, partition, parcel, eventId, at));
        producer.flush();
    }

    private long nextOffset(int partition) {
        return new Inbox(service().getBean(DataSource.class)).nextOffset(new Inbox.InboxPartition(topic, partition));
    }

    private static List<UUID> handled(String parcel) {
        return ParcelRecords.handled(service(), parcel);
    }

    private static List<UUID> ids(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static ConfigurableApplicationContext service() {
        return requireNonNull(service);
    }
}
