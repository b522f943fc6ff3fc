package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Records that no command could be made of. A case that has one waits whole: its later records are parked behind it, in order. */
public final class DeadLetters {
    /** A parked record. */
    public record DeadLetter(
            String topic, int partition, long offset, String subject, String headers, byte[] payload, String reason) {}

    private final DataSource database;

    public DeadLetters(DataSource database) {
        this.database = database;
    }

    public void park(DeadLetter letter) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO dead_letter (topic, partition, "offset", subject, headers, payload, reason)
                    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")) {
                insert.setString(1, letter.topic());
                insert.setInt(2, letter.partition());
                insert.setLong(3, letter.offset());
                insert.setString(4, letter.subject());
                insert.setString(5, letter.headers());
                insert.setBytes(6, letter.payload());
                insert.setString(7, letter.reason());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new LogUnavailable("a dead letter cannot be parked", e);
        }
    }

    public boolean waits(String subject) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT 1 FROM dead_letter WHERE subject = ? LIMIT 1")) {
                select.setString(1, subject);
                try (ResultSet found = select.executeQuery()) {
                    return found.next();
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailable("dead letters cannot be read", e);
        }
    }

    public long count() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM dead_letter");
                    ResultSet found = select.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("dead letters cannot be read", e);
        }
    }
}
