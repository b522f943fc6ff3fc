package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Hands a backlog on in large batches: while the receiver's word on one is awaited, the next one is handed on and the one after that is read.
 * The position moves in order and only over what the receiver has.
 */
final class Backlog {
    static final int BATCH = 5000;

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
        List<EventLog.Row> rows = first;
        boolean full = true;
        while (reader.leading() && !rows.isEmpty()) {
            reader.isWorkingOn(rows);
            LogPosition last = rows.getLast().at();
            Future<List<EventLog.Row>> ahead = full ? readAhead(last) : null;
            LogReader.Receipt receipt;
            try {
                receipt = receiver.hand(rows);
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                settle(ahead);
                keepTo(underWay);
                throw e;
            }
            rows = settle(ahead);
            full = rows.size() == BATCH;
            Handed before = underWay;
            underWay = new Handed(receipt, last);
            keepTo(before);
        }
        keepTo(underWay);
        return kept;
    }

    private void keepTo(@Nullable Handed handed) throws Exception {
        if (handed != null) {
            handed.receipt.await();
            reader.move(session, kept, handed.to);
            kept = handed.to;
        }
    }

    private Future<List<EventLog.Row>> readAhead(LogPosition from) {
        FutureTask<List<EventLog.Row>> ahead = new FutureTask<>(() -> log.after(session, from, BATCH));
        Thread.ofVirtual().name("log-ahead-" + reader.name()).start(ahead);
        return ahead;
    }

    private static List<EventLog.Row> settle(@Nullable Future<List<EventLog.Row>> ahead)
            throws InterruptedException, SQLException {
        try {
            return ahead == null ? List.of() : ahead.get();
        } catch (ExecutionException e) {
            throw new SQLException("the log cannot be read", e.getCause());
        }
    }
}
