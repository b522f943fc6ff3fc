package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log from the reader's kept position, batch after batch, for ever. Of several instances of a service one leads a reader at a
 * time; when it dies, its database session ends and the next one takes over from the kept position.
 */
public final class LogReader implements AutoCloseable {
    /** What is done with a batch; what could not be kept as done is done again. */
    public interface Batch {
        /** Answers how many of the rows, from the first on, are done; throws when not even the first is. */
        int handle(List<EventLog.Row> rows) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final int BATCH = 500;
    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final DataSource database;
    private final EventLog log;
    private final LogSignal signal;
    private final Batch batch;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Thread thread;
    private volatile boolean leading;
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant workingOn;

    public LogReader(String name, DataSource database, EventLog log, LogSignal signal, Batch batch) {
        this.name = name;
        this.database = database;
        this.log = log;
        this.signal = signal;
        this.batch = batch;
        this.thread = Thread.ofVirtual().name("log-reader-" + name).unstarted(this::run);
    }

    public LogReader start() {
        thread.start();
        return this;
    }

    public String name() {
        return name;
    }

    public boolean leading() {
        return leading;
    }

    /** Why the reader is not getting on, if it is not. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** When the oldest event was recorded that the reader knows of and has not done; null when it has done all. */
    public @Nullable Instant workingOn() {
        return workingOn;
    }

    @Override
    public void close() {
        running.set(false);
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = LOOK_AGAIN_MILLIS;
        while (running.get()) {
            try {
                lead();
                pause = LOOK_AGAIN_MILLIS;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!running.get()) {
                    return;
                }
                trouble = String.valueOf(e);
                LOG.warn("reader {} tries again: {}", name, e.toString(), e);
                pause = Math.min(pause * 2, LONGEST_PAUSE.toMillis());
            } finally {
                leading = false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void lead() throws Exception {
        try (Connection session = database.getConnection()) {
            session.setAutoCommit(true);
            if (!tryToLead(session)) {
                return;
            }
            try {
                leading = true;
                follow(session);
            } finally {
                release(session);
            }
        }
    }

    private void follow(Connection session) throws Exception {
        LogPosition position = ReaderPositions.find(session, name);
        while (running.get()) {
            long seen = signal.appends();
            List<EventLog.Row> rows = log.after(position, BATCH);
            if (rows.isEmpty()) {
                workingOn = null;
                signal.await(seen, LOOK_AGAIN_MILLIS);
                continue;
            }
            workingOn = rows.getFirst().event().recordedAt();
            position = rows.get(batch.handle(rows) - 1).at();
            ReaderPositions.move(session, name, position);
            trouble = null;
        }
    }

    private boolean tryToLead(Connection session) throws SQLException {
        try (PreparedStatement lock = session.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "reader:" + name);
            try (ResultSet granted = lock.executeQuery()) {
                return granted.next() && granted.getBoolean(1);
            }
        }
    }

    private void release(Connection session) {
        try (PreparedStatement unlock = session.prepareStatement("SELECT pg_advisory_unlock(hashtextextended(?, 0))")) {
            unlock.setString(1, "reader:" + name);
            unlock.execute();
        } catch (SQLException e) {
            LOG.debug("lead of {} was lost with its session", name, e);
        }
    }
}
