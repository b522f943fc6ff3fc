package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log from the reader's kept position, batch after batch, for as long as this instance has its share of the work. The position
 * moves only from where the reader knows it: one that has lost its lease without noticing cannot move it back.
 */
public final class LogReader implements LeaseCoordinator.LeasedTask {
    /** What is done with a batch; what could not be kept as done is done again. */
    public interface Batch {
        /** Returns how many of the rows, from the first on, are done; throws when not even the first is. */
        int handle(List<EventLog.LoggedEvent> rows) throws Exception;
    }

    /** A batch that is handed on and answered for later: while its acknowledgement is awaited, the next one can be handed on. */
    public interface PipelinedBatch extends Batch {
        /** The reader begins, or begins again after something failed: what was handed on and not answered for comes once more. */
        void begin();

        /** Makes the rows ready to be handed on; nothing leaves yet, and what was made ready before may be on its way meanwhile. */
        PreparedBatch pack(List<EventLog.LoggedEvent> rows);

        @Override
        default int handle(List<EventLog.LoggedEvent> rows) throws Exception {
            pack(rows).hand().await();
            return rows.size();
        }
    }

    /** Rows that are ready to be handed on. */
    public interface PreparedBatch {
        /** Hands all of it on, in its order, before it returns; throws when it could not. */
        Acknowledgement hand() throws Exception;
    }

    /** What the receiver of a batch owes. */
    public interface Acknowledgement {
        /** Returns when the receiver has all of it; throws when it does not take it. */
        void await() throws Exception;
    }

    private static final int BATCH = 1000;
    private static final long LOOK_AGAIN_MILLIS = 250;
    /** What was just appended may be out of sight behind an older transaction: it is looked for soon, then ever later. */
    private static final long LOOK_SOON_MILLIS = 5;
    /** Where events come this thick, a short rest lets more of them share the cost of a batch, which the writers feel. */
    private static final int BUSY = 20;

    private static final Duration REST = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final DataSource database;
    private final EventLog log;
    private final AppendSignal signal;
    private final Batch batch;
    private final BackgroundLoop loop;
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant workingOn;

    public LogReader(String name, DataSource database, EventLog log, AppendSignal signal, Batch batch) {
        this.name = name;
        this.database = database;
        this.log = log;
        this.signal = signal;
        this.batch = batch;
        this.loop = new BackgroundLoop(
                Thread.ofVirtual().name("log-reader-" + name), AFTER_FAILURE, LONGEST_PAUSE, this::read);
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether this instance does the reading. */
    public boolean leading() {
        return loop.running();
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
        loop.start();
    }

    @Override
    public void end() {
        loop.stop(STOP_WITHIN, signal::appended);
        workingOn = null;
    }

    private void read() throws Exception {
        try (LogReadSession session = LogReadSession.open(database)) {
            follow(session.connection());
        } catch (Exception e) {
            if (loop.running()) {
                trouble = String.valueOf(e);
            }
            throw e;
        }
    }

    private void follow(Connection session) throws Exception {
        LogPosition position = ReaderCheckpoints.find(session, name);
        if (batch instanceof PipelinedBatch receiver) {
            receiver.begin();
        }
        long pause = LOOK_AGAIN_MILLIS;
        while (loop.running()) {
            long seen = signal.appends();
            List<EventLog.LoggedEvent> rows = log.after(session, position, BATCH);
            if (rows.isEmpty()) {
                workingOn = null;
                pause = signal.await(seen, pause) ? LOOK_SOON_MILLIS : Math.min(2 * pause, LOOK_AGAIN_MILLIS);
            } else if (rows.size() == BATCH && batch instanceof PipelinedBatch receiver) {
                position = new BacklogDrain(this, database, log, session, receiver, position).drain(rows);
            } else {
                isWorkingOn(rows);
                LogPosition done = rows.get(batch.handle(rows) - 1).at();
                move(session, position, done);
                position = done;
                if (rows.size() >= BUSY) {
                    Thread.sleep(REST);
                }
            }
        }
    }

    void isWorkingOn(List<EventLog.LoggedEvent> rows) {
        workingOn = rows.getFirst().event().recordedAt();
    }

    void move(Connection session, LogPosition from, LogPosition to) throws SQLException {
        if (!ReaderCheckpoints.move(session, name, from, to)) {
            throw new IllegalStateException("somebody else moved the position");
        }
        trouble = null;
    }
}
