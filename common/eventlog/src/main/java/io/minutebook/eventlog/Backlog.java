package io.minutebook.eventlog;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a backlog on in large batches: while the receiver's word on one is awaited, the next one is handed on, and the one after that is read and
 * made ready. The position moves in order and only over what the receiver has.
 */
final class Backlog {
    static final int BATCH = 5000;
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private record Ready(LogReader.Parcel parcel, List<EventLog.Row> rows, boolean full) {
        LogPosition last() {
            return rows.getLast().at();
        }
    }

    private record Handed(LogReader.Receipt receipt, LogPosition to) {}

    private final LogReader reader;
    private final EventLog log;
    private final Connection session;
    private final LogReader.Relayed receiver;
    private LogPosition kept;
    private @Nullable Handed underWay;

    Backlog(LogReader reader, EventLog log, Connection session, LogReader.Relayed receiver, LogPosition kept) {
        this.reader = reader;
        this.log = log;
        this.session = session;
        this.receiver = receiver;
        this.kept = kept;
    }

    /** Until a batch is not full, that one included; answers the position that was reached. */
    LogPosition drain(List<EventLog.Row> first) throws Exception {
        Ready next = new Ready(receiver.pack(first), first, true);
        while (reader.leading() && next != null) {
            reader.isWorkingOn(next.rows);
            Future<@Nullable Ready> ahead = ahead(next);
            Handed before = underWay;
            try {
                underWay = new Handed(next.parcel.hand(), next.last());
                next = ahead.get();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                settle(ahead);
                keepTo(before);
                keepTo(underWay);
                throw e;
            }
            keepTo(before);
        }
        keepTo(underWay);
        return kept;
    }

    private void keepTo(@Nullable Handed handed) throws Exception {
        if (handed != null && handed.to.compareTo(kept) > 0) {
            handed.receipt.await();
            reader.move(session, kept, handed.to);
            kept = handed.to;
        }
    }

    private Future<@Nullable Ready> ahead(Ready before) {
        FutureTask<@Nullable Ready> ahead = new FutureTask<>(() -> {
            List<EventLog.Row> rows = before.full ? log.after(session, before.last(), BATCH) : List.of();
            return rows.isEmpty() ? null : new Ready(receiver.pack(rows), rows, rows.size() == BATCH);
        });
        Thread.ofVirtual().name("log-ahead-" + reader.name()).start(ahead);
        return ahead;
    }

    /** Its session is needed again, whatever became of it. */
    private static void settle(Future<?> ahead) throws InterruptedException {
        try {
            ahead.get();
        } catch (ExecutionException e) {
            LOG.debug("the batch behind the one that failed", e);
        }
    }
}
