package io.minutebook.bench.figure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** Looks at the ledger's table every other millisecond, as any reader would, and notes which numbers have become visible. */
final class LedgerWatch implements AutoCloseable {
    private static final int PAGES = 48;
    private static final int ALL_EVERY = 100;
    private static final long EVERY_NANOS = 2_000_000;

    private final Connection connection;
    private final PreparedStatement newer;
    private final String run;
    private long block;

    /** @param run what marks the numbers of this run */
    LedgerWatch(String database, String run) throws SQLException {
        this.run = run;
        connection = DriverManager.getConnection(database);
        try (var statement = connection.createStatement();
                var pages = statement.executeQuery(
                        "select pg_relation_size('ledger_entry') / current_setting('block_size')::int")) {
            pages.next();
            block = Math.max(0, pages.getLong(1) - 1);
        }
        newer = connection.prepareStatement("""
                select (ctid::text::point)[0]::bigint, substring(data from '#([0-9]+)#')::int from ledger_entry
                where ctid >= ?::tid and data like ?""");
    }

    /** Looks until all that was sent has arrived. */
    void all(Arrivals arrivals) throws SQLException {
        for (int looks = 1; !arrivals.over(); looks++) {
            look(arrivals, looks % ALL_EVERY == 0 ? 0 : block - PAGES);
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    /** What is new stands in the table's last pages, with few exceptions: all of it is looked through now and then. */
    private void look(Arrivals arrivals, long firstPage) throws SQLException {
        newer.setString(1, "(" + Math.max(0, firstPage) + ",0)");
        newer.setString(2, "%" + run + "%");
        try (var found = newer.executeQuery()) {
            long now = System.nanoTime();
            while (found.next()) {
                block = Math.max(block, found.getLong(1));
                arrivals.arrive(found.getInt(2), now);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
