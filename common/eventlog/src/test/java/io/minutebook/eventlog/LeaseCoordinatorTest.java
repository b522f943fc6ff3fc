package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.testing.Stand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class LeaseCoordinatorTest {
    static final List<String> PARTS = List.of("part.0", "part.1", "part.2", "part.3", "part.4", "part.5");

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String database = Stand.forgetfulPostgres().freshDatabase("shares");
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    /** Parts that an instance began while another was still doing them. */
    private final List<String> doneTwice = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeAll() {
        instances.forEach(Instance::close);
    }

    @Test
    void instances_share_the_parts_evenly_and_take_over_those_of_one_that_closes() {
        Instance first = new Instance("first");
        await().atMost(SOON).until(() -> first.held().equals(Set.copyOf(PARTS)));
        Instance second = new Instance("second");
        awaitEvenShares(3, first, second);
        Instance third = new Instance("third");
        awaitEvenShares(2, first, second, third);

        second.close();
        assertThat(second.doing).isEmpty();
        awaitEvenShares(3, first, third);
        first.close();
        await().atMost(SOON).until(() -> third.held().equals(Set.copyOf(PARTS)));
        assertThat(third.doing).containsExactlyInAnyOrderElementsOf(PARTS);
        assertThat(doneTwice).isEmpty();
    }

    @Test
    void a_part_is_left_to_another_instance_only_when_nothing_of_it_goes_on_any_more() throws Exception {
        Instance first = new Instance("first");
        await().atMost(SOON).until(() -> first.held().equals(Set.copyOf(PARTS)));
        first.mayEnd = new CountDownLatch(1);
        Instance second = new Instance("second");
        first.ending.await();
        second.add("part.late");
        await().atMost(SOON).until(() -> second.held().contains("part.late"));
        assertThat(second.held()).as("what is free, and the second has looked").containsExactly("part.late");
        assertThat(first.doing).containsExactlyInAnyOrderElementsOf(PARTS);

        first.mayEnd.countDown();
        await().atMost(SOON)
                .until(() -> second.held().size() == 4 && first.held().size() == 3);
        assertThat(doneTwice).isEmpty();
    }

    @Test
    void an_instance_that_loses_its_session_ends_its_parts_and_has_a_share_again_when_it_is_back() throws Exception {
        Instance first = new Instance("first");
        Instance second = new Instance("second");
        awaitEvenShares(3, first, second);

        first.loseSession();
        await().atMost(SOON).until(() -> second.held().equals(Set.copyOf(PARTS)) && first.doing.isEmpty());
        assertThat(first.held()).isEmpty();
        assertThat(second.doing).containsExactlyInAnyOrderElementsOf(PARTS);

        doneTwice.clear(); // the first noticed its loss at its next look only
        first.sessions.cut = false;
        awaitEvenShares(3, first, second);
        assertThat(doneTwice).isEmpty();
    }

    @Test
    void the_parts_of_a_process_that_is_killed_are_taken_over() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sharer.class.getName(),
                        database)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = other.inputReader(StandardCharsets.UTF_8)) {
            Set<String> others = new TreeSet<>();
            until(output, others, PARTS.size());
            Instance mine = new Instance("mine");
            until(output, others, 3);
            await().atMost(SOON).until(() -> mine.held().size() == 3);
            assertThat(mine.held()).doesNotContainAnyElementsOf(others);

            other.destroyForcibly();
            await().atMost(SOON).until(() -> mine.held().equals(Set.copyOf(PARTS)));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Follows what another process says of its parts, until it has so many. */
    private static void until(BufferedReader output, Set<String> held, int count) throws IOException {
        while (held.size() != count) {
            String line = output.readLine();
            assertThat(line).as("while the other process lives").isNotNull();
            String part = line.substring(line.indexOf(' ') + 1);
            boolean changed = line.startsWith("begins ") ? held.add(part) : held.remove(part);
            assertThat(changed).isTrue();
        }
    }

    private static void awaitEvenShares(int each, Instance... instances) {
        await().atMost(SOON).until(() -> {
            List<String> held = new ArrayList<>();
            List.of(instances).forEach(instance -> held.addAll(instance.held()));
            return held.size() == PARTS.size()
                    && held.containsAll(PARTS)
                    && List.of(instances).stream()
                            .allMatch(instance -> instance.held().size() == each);
        });
    }

    /** One of several processes, as far as the database can tell. */
    private final class Instance {
        private final Set<String> doing = ConcurrentHashMap.newKeySet();
        private final CountDownLatch ending = new CountDownLatch(1);
        private final Sessions sessions = new Sessions();
        private final LeaseCoordinator shares = new LeaseCoordinator(sessions);
        private final String name;
        private volatile CountDownLatch mayEnd = new CountDownLatch(0);

        Instance(String name) {
            this.name = name;
            sessions.setUrl(database);
            sessions.setApplicationName(name);
            PARTS.forEach(this::add);
            instances.add(this);
            shares.start();
        }

        void add(String part) {
            shares.add(new Recorded(part));
        }

        Set<String> held() {
            return shares.held();
        }

        void loseSession() throws SQLException {
            sessions.cut = true;
            PGSimpleDataSource operator = new PGSimpleDataSource();
            operator.setUrl(database);
            try (Connection connection = operator.getConnection();
                    PreparedStatement terminate = connection.prepareStatement("""
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE datname = current_database() AND application_name = ?""")) {
                terminate.setString(1, name);
                terminate.execute();
            }
        }

        void close() {
            mayEnd.countDown();
            shares.close();
        }

        private final class Recorded implements LeaseCoordinator.LeasedTask {
            private final String part;

            Recorded(String part) {
                this.part = part;
            }

            @Override
            public String name() {
                return part;
            }

            @Override
            public void begin() {
                if (instances.stream().anyMatch(instance -> instance.doing.contains(part))) {
                    doneTwice.add(part);
                }
                doing.add(part);
            }

            @Override
            public void end() {
                ending.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                doing.remove(part);
            }
        }
    }

    /** Where an instance gets its sessions, unless it is cut off from the database. */
    @SuppressWarnings("serial")
    private static final class Sessions extends PGSimpleDataSource {
        private volatile boolean cut;

        @Override
        public Connection getConnection() throws SQLException {
            if (cut) {
                throw new SQLException("cut off");
            }
            return super.getConnection();
        }
    }
}
