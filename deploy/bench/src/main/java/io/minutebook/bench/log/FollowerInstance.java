package io.minutebook.bench.log;

import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogReader;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** One instance of a service, as far as it follows the log: it has sessions of its own and competes for the lead with others like it. */
final class FollowerInstance implements AutoCloseable {
    private final LogReader reader;
    private final LeaseCoordinator shares;

    private FollowerInstance(LogReader reader, LeaseCoordinator shares) {
        this.reader = reader;
        this.shares = shares;
        shares.add(reader);
        shares.start();
    }

    static FollowerInstance start(OurLog target, String name, LogReader.Batch batch) {
        PGSimpleDataSource sessions = new PGSimpleDataSource();
        sessions.setUrl(target.url());
        sessions.setApplicationName(name);
        return new FollowerInstance(
                new LogReader(name, sessions, target.log(), target.signal(), batch), new LeaseCoordinator(sessions));
    }

    boolean leading() {
        return reader.leading();
    }

    static List<UUID> ids(List<EventLog.LoggedEvent> rows) {
        return rows.stream().map(row -> row.event().eventId()).toList();
    }

    @Override
    public void close() {
        shares.close();
    }
}
