package io.minutebook.bench.stand;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** How far a service's relay is behind its log. */
public final class Lag {
    private static final long LOOK_NANOS = 20_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private Lag() {}

    /** Waits until the relay has sent all there is, so that its work falls into the time of neither side. Throws when it gets no further. */
    public static void settle(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var look = connection.prepareStatement("""
                        select r.xid::text || '.' || r.position, exists (
                            select 1 from event e where (e.xid, e.position) > (r.xid, r.position))
                        from reader_position r where reader = 'stream.relay'""")) {
            var at = "";
            long since = System.nanoTime();
            while (true) {
                try (var found = look.executeQuery()) {
                    if (found.next()) {
                        if (!found.getBoolean(2)) {
                            return;
                        }
                        if (!at.equals(found.getString(1))) {
                            at = found.getString(1);
                            since = System.nanoTime();
                        }
                    }
                }
                if (System.nanoTime() - since > PATIENCE_NANOS) {
                    throw new IllegalStateException("the relay has stood at " + at + " for a minute");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }
}
