package io.minutebook.bench.log;

import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.WorkShares;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** One instance of a service, as far as it follows the log: it has sessions of its own and competes for the lead with others like it. */
final class Instance implements AutoCloseable {
    private final LogReader reader;
    private final WorkShares shares;

    private Instance(LogReader reader, WorkShares shares) {
        this.reader = reader;
        this.shares = shares;
        shares.add(reader);
        shares.start();
    }

    static Instance start(OurLog target, String name, LogReader.Batch batch) {
        PGSimpleDataSource sessions = new PGSimpleDataSource();
        sessions.setUrl(target.url());
        sessions.setApplicationName(name);
        return new Instance(
                new LogReader(name, sessions, target.log(), target.signal(), batch), new WorkShares(sessions));
    }

    boolean leading() {
        return reader.leading();
    }

    static List<UUID> ids(List<EventLog.Row> rows) {
        return rows.stream().map(row -> row.event().eventId()).toList();
    }

    @Override
    public void close() {
        shares.close();
    }
}
