package io.minutebook.bench.stand;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** How far a service's relay is behind its log. */
public final class Lag {
    private static final long LOOK_NANOS = 20_000_000;

    private Lag() {}

    /** Waits until the relay has sent all there is, so that its work falls into the time of neither side. */
    public static void settle(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var behind = connection.prepareStatement("""
                        select 1 from event e where (e.xid, e.position) > (select xid, position from reader_position
                        where reader = 'stream.relay') limit 1""")) {
            while (true) {
                try (var found = behind.executeQuery()) {
                    if (!found.next()) {
                        return;
                    }
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }
}
