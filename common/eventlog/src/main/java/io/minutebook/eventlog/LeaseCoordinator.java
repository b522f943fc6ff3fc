package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Shares the parts of a service's work between its instances: a relay, a view, a partition that is consumed. Who does a part holds its advisory
 * lock in a database session; when an instance dies, the database frees its locks and the others take its parts at their next look. Nobody
 * holds more than an even share while others have less. A part whose lease was lost without notice may run on for a moment: each part's
 * position therefore moves only from where it knew it to be.
 */
public final class LeaseCoordinator implements AutoCloseable {
    /** A piece of work that one instance at a time does. */
    public interface LeasedTask {
        /** The same in all instances, for ever. */
        String name();

        /** Starts it; returns at once. */
        void begin();

        /** Stops it; returns when nothing of it goes on any more. */
        void end();
    }

    private static final Duration LOOK = Duration.ofMillis(250);
    /** Each part has a limit of its own for its end, and several may need it. */
    private static final Duration STOP_WITHIN = Duration.ofMinutes(1);

    private static final int PRESENT = 0x6d62;
    /** A host that vanished without a word is noticed by the database within three seconds. */
    private static final String SESSION = """
            SET tcp_keepalives_idle = 1; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 2; SET tcp_user_timeout = 3000""";

    private final DataSource database;
    private final List<LeasedTask> parts = new CopyOnWriteArrayList<>();
    private final Deque<LeasedTask> held = new ConcurrentLinkedDeque<>();
    private final BackgroundLoop loop =
            new BackgroundLoop(Thread.ofPlatform().daemon().name("work-shares"), LOOK, LOOK, this::hold);

    public LeaseCoordinator(DataSource database) {
        this.database = database;
    }

    /** Adds a part; it may be one that turns up while others are done. */
    public void add(LeasedTask part) {
        parts.add(part);
    }

    /** The names of the parts that this instance does now. */
    public Set<String> held() {
        return held.stream().map(LeasedTask::name).collect(Collectors.toUnmodifiableSet());
    }

    public void start() {
        loop.start();
    }

    /** Ends the parts held here and leaves them to others. */
    @Override
    public void close() {
        loop.stop(STOP_WITHIN);
    }

    private void hold() throws SQLException, InterruptedException {
        try (Connection session = database.getConnection()) {
            session.setAutoCommit(true);
            execute(session, SESSION);
            execute(session, "SELECT pg_advisory_lock_shared(" + PRESENT + ", 0)");
            try {
                share(session);
            } finally {
                endAll();
                execute(session, "SELECT pg_advisory_unlock_all()");
            }
        }
    }

    private void share(Connection session) throws SQLException, InterruptedException {
        while (loop.running()) {
            int fair = Math.ceilDiv(parts.size(), instances(session));
            while (held.size() > fair) {
                LeasedTask part = held.pop();
                part.end();
                lock(session, "pg_advisory_unlock", part);
            }
            for (LeasedTask part : parts) {
                if (held.size() < fair && !held.contains(part) && lock(session, "pg_try_advisory_lock", part)) {
                    held.push(part);
                    part.begin();
                }
            }
            loop.pause(LOOK);
        }
    }

    private static int instances(Connection session) throws SQLException {
        try (PreparedStatement select = session.prepareStatement("""
                SELECT count(*) FROM pg_locks
                WHERE locktype = 'advisory' AND classid = ? AND objid = 0 AND objsubid = 2 AND granted
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""")) {
            select.setInt(1, PRESENT);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Math.max(1, found.getInt(1)) : 1;
            }
        }
    }

    private static boolean lock(Connection session, String function, LeasedTask part) throws SQLException {
        try (PreparedStatement call = session.prepareStatement("SELECT " + function + "(hashtextextended(?, 0))")) {
            call.setString(1, "part:" + part.name());
            try (ResultSet answer = call.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void endAll() {
        while (!held.isEmpty()) {
            held.pop().end();
        }
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
