package io.minutebook.bench.figure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the ledger's table every two milliseconds, as any reader would, and notes which numbers have become visible. By the time that stands
 * in the events' ids it looks no further back than it must, and at no id without a time: what watches takes as little as it can from what it
 * watches.
 */
final class LedgerWatch implements AutoCloseable {
    private static final long EVERY_NANOS = 2_000_000;
    private static final long MARGIN_MILLIS = 5;

    private final Connection connection;
    private final PreparedStatement newer;
    private final String run;

    /** @param run what marks the numbers of this run */
    LedgerWatch(String database, String run) throws SQLException {
        this.run = run;
        connection = DriverManager.getConnection(database);
        try (var settings = connection.createStatement()) {
            settings.execute(
                    "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off");
        }
        newer = connection.prepareStatement("""
                select substring(data from '#([0-9]+)#')::int from ledger_entry where event_id between ? and ? and data like ?""");
    }

    /** Looks until all that was sent has arrived. */
    void all(Arrivals arrivals) throws SQLException {
        while (!arrivals.over()) {
            look(arrivals);
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    private void look(Arrivals arrivals) throws SQLException {
        long age = (System.nanoTime() - arrivals.oldestDue()) / 1_000_000;
        long now = System.currentTimeMillis();
        newer.setObject(1, idOf(now - age - MARGIN_MILLIS));
        newer.setObject(2, idOf(now + MARGIN_MILLIS));
        newer.setString(3, "%" + run + "%");
        try (var found = newer.executeQuery()) {
            long seen = System.nanoTime();
            while (found.next()) {
                arrivals.arrive(found.getInt(1), seen);
            }
        }
    }

    /** The first id of a millisecond. */
    private static UUID idOf(long millis) {
        return new UUID(millis << 16 | 0x7000, 0);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
