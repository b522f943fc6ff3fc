package io.minutebook.bench.log;

import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** One instance of a service, as far as it follows the log: it has sessions of its own and competes for the lead with others like it. */
final class Instance implements AutoCloseable {
    private final LogReader reader;

    private Instance(LogReader reader) {
        this.reader = reader;
    }

    static Instance start(OurLog target, String name, LogReader.Batch batch) {
        PGSimpleDataSource sessions = new PGSimpleDataSource();
        sessions.setUrl(target.url());
        sessions.setApplicationName(name);
        return new Instance(new LogReader(name, sessions, target.log(), target.signal(), batch).start());
    }

    boolean leading() {
        return reader.leading();
    }

    static List<UUID> ids(List<EventLog.Row> rows) {
        return rows.stream().map(row -> row.event().eventId()).toList();
    }

    @Override
    public void close() {
        reader.close();
    }
}
