package io.minutebook.bench.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Takes numbers of a sequence and throws them away, as a rollback does. */
final class Wasted {
    private Wasted() {}

    static void positions(Connection connection, String table, String column, int count) throws SQLException {
        try (PreparedStatement waste = connection.prepareStatement(
                "SELECT count(nextval(pg_get_serial_sequence(?, ?))) FROM generate_series(1, ?)")) {
            waste.setString(1, table);
            waste.setString(2, column);
            waste.setInt(3, count);
            waste.execute();
        }
    }
}
