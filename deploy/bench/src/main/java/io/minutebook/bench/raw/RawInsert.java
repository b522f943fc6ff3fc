package io.minutebook.bench.raw;

import io.minutebook.bench.load.Work;
import io.minutebook.platform.command.Ids;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One row per commit, as an application without a log would write: a prepared INSERT with autocommit on, so one round trip and one flush, of a
 * real event's bytes into a plain table of the same columns and indexes. Streams grow in turns, as cases do.
 */
public final class RawInsert implements Work {
    private final String url;
    private final SampleRow sample;
    private final int streamsPerThread;
    private final Ids ids = new Ids(Clock.systemUTC());

    private RawInsert(String url, SampleRow sample, int streamsPerThread) {
        this.url = url;
        this.sample = sample;
        this.streamsPerThread = streamsPerThread;
    }

    /** Over the database of a service, whose latest event is the sample. */
    public static RawInsert like(String url, int streamsPerThread) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists raw");
            statement.execute("create table if not exists raw.event"
                    + " (like public.event including defaults including identity including indexes)");
            return new RawInsert(url, SampleRow.latest(connection), streamsPerThread);
        }
    }

    @Override
    public Task of(int thread) throws SQLException {
        return new Inserting(DriverManager.getConnection(url));
    }

    private final class Inserting implements Task {
        private final Connection connection;
        private final PreparedStatement insert;
        private final List<UUID> streams = new ArrayList<>();
        private long done;

        Inserting(Connection connection) throws SQLException {
            this.connection = connection;
            this.insert = connection.prepareStatement(sample.insertInto("raw.event"));
            for (int i = 0; i < streamsPerThread; i++) {
                streams.add(ids.next());
            }
        }

        @Override
        public void once() throws SQLException {
            sample.bind(insert, streams.get((int) (done % streamsPerThread)), done / streamsPerThread, ids.next());
            insert.executeUpdate();
            done++;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
