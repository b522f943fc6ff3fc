package io.minutebook.eventlog;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a backlog on in large batches, four of them under way at a time: one whose receipt is awaited, one that is handed on, one that is made
 * ready and one that is read, over a session of its own. The position moves in order and only over what the receiver has.
 */
final class BacklogDrain {
    static final int BATCH = 5000;
    private static final Logger LOG = LoggerFactory.getLogger(BacklogDrain.class);

    private record Ready(
            LogReader.PreparedBatch parcel,
            List<EventLog.LoggedEvent> rows,
            @Nullable Future<List<EventLog.LoggedEvent>> following) {
        LogPosition last() {
            return rows.getLast().at();
        }
    }

    private record Handed(LogReader.Acknowledgement receipt, LogPosition to) {}

    private final LogReader reader;
    private final DataSource database;
    private final EventLog log;
    private final Connection session;
    private final LogReader.PipelinedBatch receiver;
    private LogPosition kept;
    private @Nullable Handed underWay;
    private @Nullable Future<@Nullable Ready> ahead;
    private volatile @Nullable Future<List<EventLog.LoggedEvent>> reading;

    BacklogDrain(
            LogReader reader,
            DataSource database,
            EventLog log,
            Connection session,
            LogReader.PipelinedBatch receiver,
            LogPosition kept) {
        this.reader = reader;
        this.database = database;
        this.log = log;
        this.session = session;
        this.receiver = receiver;
        this.kept = kept;
    }

    /** Until a batch is not full, that one included; returns the position that was reached. */
    LogPosition drain(List<EventLog.LoggedEvent> first) throws Exception {
        try (LogReadSession second = LogReadSession.open(database)) {
            try {
                handOn(first, second.connection());
            } finally {
                settle(ahead);
                settle(reading);
            }
        }
        return kept;
    }

    private void handOn(List<EventLog.LoggedEvent> first, Connection second) throws Exception {
        Ready next = ready(first, true, second);
        while (reader.leading() && next != null) {
            reader.isWorkingOn(next.rows);
            Future<@Nullable Ready> behind = behind(next, second);
            ahead = behind;
            Handed before = underWay;
            try {
                underWay = new Handed(next.parcel.hand(), next.last());
                next = outcome(behind);
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                keepTo(before);
                keepTo(underWay);
                throw e;
            }
            keepTo(before);
        }
        keepTo(underWay);
    }

    private void keepTo(@Nullable Handed handed) throws Exception {
        if (handed != null && handed.to.compareTo(kept) > 0) {
            handed.receipt.await();
            reader.move(session, kept, handed.to);
            kept = handed.to;
        }
    }

    private Future<@Nullable Ready> behind(Ready before, Connection second) {
        return begun("ready", () -> {
            List<EventLog.LoggedEvent> rows = before.following == null ? List.of() : outcome(before.following);
            return rows.isEmpty() ? null : ready(rows, rows.size() == BATCH, second);
        });
    }

    private Ready ready(List<EventLog.LoggedEvent> rows, boolean full, Connection second) {
        Future<List<EventLog.LoggedEvent>> following =
                full ? begun("read", () -> log.after(second, rows.getLast().at(), BATCH)) : null;
        reading = following;
        return new Ready(receiver.pack(rows), rows, following);
    }

    private <T extends @Nullable Object> Future<T> begun(String what, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("log-" + what + "-" + reader.name()).start(task);
        return task;
    }

    private static <T extends @Nullable Object> T outcome(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** The second session is given back when nobody uses it any more. */
    private static void settle(@Nullable Future<?> future) throws InterruptedException {
        try {
            if (future != null) {
                future.get();
            }
        } catch (ExecutionException e) {
            LOG.debug("a batch behind the one that failed", e);
        }
    }
}
