package io.minutebook.bench.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Many writers who do everything to a log that the database allows: hold transactions open, roll back, take their transaction id long before
 * they append, waste positions, live in another hour, die, fall asleep. What they do in a transaction is {@link Writer}'s.
 */
public final class GapAdversary {
    /** How often the owner does something to the log meanwhile. */
    static final int DISTURBANCES = 6;

    private GapAdversary() {}

    static Books run(Target target, Malice malice) throws SQLException, InterruptedException {
        Books books = new Books();
        Cases cases = new Cases();
        try (Connection connection = target.connect()) {
            connection.createStatement().execute("CREATE UNLOGGED TABLE IF NOT EXISTS elsewhere (n bigint)");
        }
        List<Future<?>> writers = new ArrayList<>();
        Thread owner = Thread.ofPlatform().name("owner").start(() -> disturb(target));
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("writer-", 0).factory())) {
            for (int i = 0; i < malice.writers(); i++) {
                Writer writer = new Writer(target, malice, i, cases, books);
                writers.add(threads.submit(writer));
            }
        }
        owner.interrupt();
        owner.join();
        for (Future<?> writer : writers) {
            try {
                writer.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a writer failed in a way it should not", e.getCause());
            }
        }
        quiet(target);
        books.settle(target);
        return books;
    }

    private static void disturb(Target target) {
        try {
            for (int time = 0; time < DISTURBANCES; time++) {
                TimeUnit.SECONDS.sleep(2);
                target.disturb(time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until no transaction is running: what the dead left behind is decided then. */
    private static void quiet(Target target) throws SQLException, InterruptedException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet running = statement.executeQuery(
                        "SELECT pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot())")) {
                    if (running.next() && running.getBoolean(1)) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }
}
