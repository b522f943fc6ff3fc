package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Which events of other services were answered. */
public final class Inbox {
    private final DataSource database;

    public Inbox(DataSource database) {
        this.database = database;
    }

    public boolean heard(UUID eventId) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM inbox WHERE event_id = ?")) {
                select.setObject(1, eventId);
                try (ResultSet found = select.executeQuery()) {
                    return found.next();
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the inbox cannot be read", e);
        }
    }
}
