package io.minutebook.platform.timer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.TimerStore;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.command.Parcel;
import io.minutebook.platform.command.TrialService;
import io.minutebook.platform.security.Callers;
import io.minutebook.testing.Stand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class DueTimePollerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static @Nullable String database;
    private static @Nullable ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        database = Stand.postgres().freshDatabase("clocks");
        service = startService();
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    @Test
    void a_due_moment_whose_handling_failed_comes_again_and_holds_up_no_other() {
        String failing = service().getBean(Ids.class).next().toString();
        AtomicInteger failures = new AtomicInteger();
        TrialService.FAILING_CLOCKS.put(failing, failures);
        open(failing);
        await().atMost(SOON).until(() -> failures.get() > 0);
        List<String> others = opened(8);
        await().atMost(SOON).until(() -> others.stream().allMatch(DueTimePollerTest::breached));
        assertThat(log(failing)).containsExactly("trial.Opened", "trial.ClockStarted");

        TrialService.FAILING_CLOCKS.remove(failing);
        await().atMost(SOON).until(() -> breached(failing) && moments(failing) == 0);
        assertThat(log(failing)).doesNotHaveDuplicates();
    }

    @Test
    void the_moments_of_a_shard_that_is_handed_over_fire_in_the_other_instance_once_in_effect() throws Exception {
        try (ConfigurableApplicationContext other = startService()) {
            LeaseCoordinator here = service().getBean(LeaseCoordinator.class);
            LeaseCoordinator there = other.getBean(LeaseCoordinator.class);
            await().atMost(SOON)
                    .until(() -> here.held().size() == 5 && there.held().size() == 5);
            String hanging = service().getBean(Ids.class).next().toString();
            CountDownLatch released = new CountDownLatch(1);
            TrialService.HANGING_CLOCKS.put(hanging, released);
            try {
                List<String> parcels = new ArrayList<>(opened(12));
                open(hanging);
                parcels.add(hanging);
                await().atMost(SOON).until(() -> !TrialService.HANGING_CLOCKS.containsKey(hanging));
                endSessionThatHolds(shardOf(hanging));
                await().atMost(SOON).until(() -> parcels.stream().allMatch(DueTimePollerTest::breached));

                released.countDown();
                await().atMost(SOON)
                        .until(() -> here.held().size() == 5 && there.held().size() == 5);
                await().atMost(SOON).until(() -> parcels.stream().allMatch(parcel -> moments(parcel) == 0));
                assertThat(parcels)
                        .allSatisfy(parcel -> assertThat(log(parcel))
                                .doesNotHaveDuplicates()
                                .startsWith("trial.Opened", "trial.ClockStarted")
                                .endsWith("trial.ClockBreached"));
            } finally {
                released.countDown();
            }
        }
    }

    /** As when the network between the instance and the database breaks. */
    private static void endSessionThatHolds(String part) throws SQLException {
        try (Connection connection = service().getBean(DataSource.class).getConnection();
                PreparedStatement terminate = connection.prepareStatement("""
                        SELECT pg_terminate_backend(pid) FROM pg_locks
                        WHERE locktype = 'advisory' AND objsubid = 1 AND granted
                        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        AND (classid::bigint << 32 | objid::bigint) = hashtextextended(?, 0)""")) {
            terminate.setString(1, "part:" + part);
            assertThat(terminate.executeQuery().next()).isTrue();
        }
    }

    private static String shardOf(String parcel) {
        return "clocks." + Math.floorMod(UUID.fromString(parcel).getLeastSignificantBits(), (long) TimerStore.SHARDS);
    }

    private static List<String> opened(int count) {
        List<String> parcels = Stream.generate(
                        () -> service().getBean(Ids.class).next().toString())
                .limit(count)
                .toList();
        parcels.forEach(DueTimePollerTest::open);
        return parcels;
    }

    private static void open(String parcel) {
        Callers.asAgent(() -> service().getBean(Commands.class).send(new Parcel.Command.Open(parcel, "s")));
    }

    private static boolean breached(String parcel) {
        return log(parcel).contains("trial.ClockBreached");
    }

    private static List<String> log(String parcel) {
        return service().getBean(EventLog.class).stream(UUID.fromString(parcel), 0).stream()
                .map(row -> row.event().type())
                .toList();
    }

    private static long moments(String parcel) {
        List<Integer> shards = IntStream.range(0, TimerStore.SHARDS).boxed().toList();
        return service().getBean(TimerStore.class).due(Instant.now().plus(Duration.ofDays(1)), 1000, shards).stream()
                .filter(due -> due.stream().toString().equals(parcel))
                .count();
    }

    private static ConfigurableApplicationContext startService() {
        return TrialService.start(
                requireNonNull(database),
                "--minutebook.policies[0].clock=reply",
                "--minutebook.policies[0].version=trial/1",
                "--minutebook.policies[0].limit=2s");
    }

    private static ConfigurableApplicationContext service() {
        return requireNonNull(service);
    }
}
