package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far the readers of the log have come; kept in the database whose log they read. */
final class ReaderCheckpoints {
    private ReaderCheckpoints() {}

    static LogPosition find(Connection connection, String reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT xid::text::bigint, position FROM reader_position WHERE reader = ?")) {
            select.setString(1, reader);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? new LogPosition(found.getLong(1), found.getLong(2)) : LogPosition.START;
            }
        }
    }

    /**
     * False when the position is not (any more) where the reader left it; then it stays. Waits for no flush: a position that is lost with the
     * database's last moments is one from which some of the work is done again.
     */
    static boolean move(Connection connection, String reader, LogPosition from, LogPosition to) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO reader_position AS kept (reader, xid, position)
                SELECT ?, ?::text::xid8, ? FROM set_config('synchronous_commit', 'off', true)
                ON CONFLICT (reader) DO UPDATE SET xid = excluded.xid, position = excluded.position
                WHERE (kept.xid, kept.position) = (?::text::xid8, ?)""")) {
            upsert.setString(1, reader);
            upsert.setString(2, Long.toUnsignedString(to.xid()));
            upsert.setLong(3, to.row());
            upsert.setString(4, Long.toUnsignedString(from.xid()));
            upsert.setLong(5, from.row());
            return upsert.executeUpdate() == 1;
        }
    }
}
