package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log from the reader's kept position, batch after batch, for as long as this instance has its share of the work. The position
 * moves only from where the reader knows it: one that has lost its lease without noticing cannot move it back.
 */
public final class LogReader implements WorkShares.Part {
    /** What is done with a batch; what could not be kept as done is done again. */
    public interface Batch {
        /** Answers how many of the rows, from the first on, are done; throws when not even the first is. */
        int handle(List<EventLog.Row> rows) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final int BATCH = 1000;
    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** A plan made while the log was small must not scan it when it is large. */
    private static final String SESSION =
            "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off";

    private final String name;
    private final DataSource database;
    private final EventLog log;
    private final LogSignal signal;
    private final Batch batch;
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant workingOn;

    public LogReader(String name, DataSource database, EventLog log, LogSignal signal, Batch batch) {
        this.name = name;
        this.database = database;
        this.log = log;
        this.signal = signal;
        this.batch = batch;
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether this instance does the reading. */
    public boolean leading() {
        return running;
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
    public void begin() {
        running = true;
        thread = Thread.ofVirtual().name("log-reader-" + name).start(this::run);
    }

    @Override
    public void end() {
        running = false;
        Thread reading = thread;
        if (reading != null) {
            signal.appended();
            try {
                if (!reading.join(Duration.ofSeconds(2))) {
                    reading.interrupt();
                    reading.join(Duration.ofSeconds(10));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        workingOn = null;
    }

    private void run() {
        long pause = LOOK_AGAIN_MILLIS;
        while (running) {
            try (Connection session = database.getConnection()) {
                session.setAutoCommit(true);
                try (var settings = session.createStatement()) {
                    settings.execute(SESSION);
                }
                try {
                    follow(session);
                } finally {
                    reset(session);
                }
                pause = LOOK_AGAIN_MILLIS;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!running) {
                    return;
                }
                trouble = String.valueOf(e);
                LOG.warn("reader {} tries again: {}", name, e.toString(), e);
                pause = Math.min(pause * 2, LONGEST_PAUSE.toMillis());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void follow(Connection session) throws Exception {
        LogPosition position = ReaderPositions.find(session, name);
        long seen = signal.appends();
        List<EventLog.Row> rows = log.after(session, position, BATCH);
        while (running) {
            if (rows.isEmpty()) {
                workingOn = null;
                signal.await(seen, LOOK_AGAIN_MILLIS);
                seen = signal.appends();
                rows = log.after(session, position, BATCH);
                continue;
            }
            workingOn = rows.getFirst().event().recordedAt();
            seen = signal.appends();
            Future<List<EventLog.Row>> ahead = readAhead(session, rows);
            int count;
            try {
                count = batch.handle(rows);
            } catch (Exception e) {
                settled(ahead);
                throw e;
            }
            List<EventLog.Row> next = settled(ahead);
            LogPosition done = rows.get(count - 1).at();
            if (!ReaderPositions.move(session, name, position, done)) {
                throw new IllegalStateException("somebody else moved the position");
            }
            position = done;
            trouble = null;
            rows = count == rows.size() && next != null ? next : log.after(session, position, BATCH);
        }
    }

    /** In a backlog the next batch is fetched while this one is handled. */
    private @Nullable Future<List<EventLog.Row>> readAhead(Connection session, List<EventLog.Row> rows) {
        if (rows.size() < BATCH) {
            return null;
        }
        FutureTask<List<EventLog.Row>> ahead =
                new FutureTask<>(() -> log.after(session, rows.getLast().at(), BATCH));
        Thread.ofVirtual().name("log-ahead-" + name).start(ahead);
        return ahead;
    }

    private static @Nullable List<EventLog.Row> settled(@Nullable Future<List<EventLog.Row>> ahead)
            throws InterruptedException {
        try {
            return ahead == null ? null : ahead.get();
        } catch (ExecutionException e) {
            return null;
        }
    }

    private static void reset(Connection session) {
        try (var settings = session.createStatement()) {
            settings.execute("RESET enable_seqscan; RESET enable_bitmapscan; RESET enable_sort");
        } catch (SQLException e) {
            LOG.debug("the session is gone", e);
        }
    }
}
