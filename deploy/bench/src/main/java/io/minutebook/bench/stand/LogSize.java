package io.minutebook.bench.stand;

import java.sql.DriverManager;
import java.sql.SQLException;

/** What a log takes on the disk, with its indexes, in all partitions, and what of it is the events themselves. */
public record LogSize(long events, long bytes, long payload) {
    /** Counts all of it. */
    public static LogSize of(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select count(*), sum(octet_length(payload)),
                               greatest(pg_total_relation_size('event'),
                                        (select sum(pg_total_relation_size(relid)) from pg_partition_tree('event') where isleaf))
                        from event""")) {
            found.next();
            return new LogSize(found.getLong(1), found.getLong(3), found.getLong(2));
        }
    }

    public double bytesPerEvent() {
        return (double) bytes / events;
    }

    public double payloadPerEvent() {
        return (double) payload / events;
    }
}
