package io.minutebook.bench.log;

import io.minutebook.eventlog.LogPosition;
import io.minutebook.eventlog.LogReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All who follow our log while the adversary writes: undisturbed, restarted all along, taken over, in crumbs and in gulps. */
final class Followers implements AutoCloseable {
    private static final Duration STANDSTILL = Duration.ofSeconds(20);

    private interface Following {
        /** Goes one step; returns whether there was anything. */
        boolean step() throws Exception;
    }

    private final OurLog target;
    private final List<Follower> followers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<FollowerInstance> instances = new ArrayList<>();
    private final List<FollowerInstance> rivals = new CopyOnWriteArrayList<>();
    private final Follower blind = new Follower("by position alone, without the horizon");
    private volatile boolean running = true;
    private volatile @Nullable Throwable failure;

    Followers(OurLog target) {
        this.target = target;
        undisturbed();
        restarted();
        takenOver();
        inBatchesOf(3);
        inBatchesOf(5000);
        blind();
    }

    private void undisturbed() {
        Follower follower = follower(new Follower("undisturbed"));
        instances.add(FollowerInstance.start(target, "undisturbed", keepingAll(follower)));
    }

    private void restarted() {
        Follower follower = follower(new Follower("restarted"));
        Random random = new Random(1);
        LogReader.Batch fickle = rows -> {
            int done = random.nextInt(3) == 0 ? 1 + random.nextInt(rows.size()) : rows.size();
            int fate = random.nextInt(40);
            if (fate == 0) {
                follower.interrupted();
                throw new IOException("planted: not even the first is done");
            }
            follower.saw(FollowerInstance.ids(rows.subList(0, done)));
            if (fate == 1) {
                follower.interrupted();
                throw new IOException("planted: done, but never kept as done");
            }
            return done;
        };
        run("restarted", () -> {
            try (FollowerInstance followerInstance = FollowerInstance.start(target, "restarted", fickle)) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300, 1500));
                follower.interrupted();
            }
            return true;
        });
    }

    private void takenOver() {
        Follower follower = follower(new Follower("taken over"));
        Random random = new Random(2);
        for (int i = 0; i < 2; i++) {
            rivals.add(FollowerInstance.start(target, "taken-over", keepingAll(follower)));
        }
        run("taken-over", () -> {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(500, 2000));
            follower.interrupted();
            int leader = rivals.getFirst().leading() ? 0 : 1;
            if (random.nextBoolean()) {
                killSessions("taken-over");
            } else {
                rivals.get(leader).close();
                rivals.set(leader, FollowerInstance.start(target, "taken-over", keepingAll(follower)));
            }
            return true;
        });
    }

    private void inBatchesOf(int size) {
        Follower follower = follower(new Follower("in batches of " + size));
        LogPosition[] at = {LogPosition.START};
        run("batches-of-" + size, () -> {
            var rows = target.log().after(at[0], size);
            follower.saw(FollowerInstance.ids(rows));
            if (!rows.isEmpty()) {
                at[0] = rows.getLast().at();
            }
            return !rows.isEmpty();
        });
    }

    /** The control: what a reader does who trusts positions. */
    private void blind() {
        long[] at = {0};
        run("blind", () -> {
            List<UUID> found = new ArrayList<>();
            try (Connection connection = target.connect();
                    PreparedStatement select = connection.prepareStatement(
                            "SELECT position, event_id FROM event WHERE position > ? ORDER BY position LIMIT 500")) {
                select.setLong(1, at[0]);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        at[0] = rows.getLong(1);
                        found.add(rows.getObject(2, UUID.class));
                    }
                }
            }
            blind.saw(found);
            return !found.isEmpty();
        });
    }

    /** Waits until everybody has seen as many events as there are, or nobody has seen another one for a long while; then judges. */
    List<Finding> judge(Books books) throws InterruptedException {
        int before = -1;
        Instant since = Instant.now();
        while (followers.stream().anyMatch(follower -> follower.size() < books.size())
                && Instant.now().isBefore(since.plus(STANDSTILL))) {
            int seen = followers.stream().mapToInt(Follower::size).sum();
            if (seen != before) {
                before = seen;
                since = Instant.now();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        TimeUnit.MILLISECONDS.sleep(600);
        close();
        if (failure != null) {
            throw new IllegalStateException("a follower failed", failure);
        }
        return followers.stream().map(follower -> follower.judge(books)).toList();
    }

    Finding judgeBlind(Books books) {
        return blind.judge(books);
    }

    @Override
    public void close() {
        running = false;
        threads.forEach(Followers::join);
        instances.forEach(FollowerInstance::close);
        rivals.forEach(FollowerInstance::close);
    }

    private Follower follower(Follower follower) {
        followers.add(follower);
        return follower;
    }

    private static LogReader.Batch keepingAll(Follower follower) {
        return rows -> {
            follower.saw(FollowerInstance.ids(rows));
            return rows.size();
        };
    }

    private void run(String name, Following following) {
        threads.add(Thread.ofPlatform().name("follower-" + name).start(() -> {
            try {
                while (running) {
                    if (!following.step()) {
                        TimeUnit.MILLISECONDS.sleep(5);
                    }
                }
            } catch (Exception e) {
                failure = e;
            }
        }));
    }

    private void killSessions(String name) throws SQLException {
        try (Connection connection = target.connect();
                PreparedStatement kill = connection.prepareStatement(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?")) {
            kill.setString(1, name);
            kill.execute();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
