package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Answers already given to callers under their Idempotency-Keys. */
public final class IdempotencyStore {
    private final DataSource database;

    public IdempotencyStore(DataSource database) {
        this.database = database;
    }

    public Optional<AppendAttachments.IdempotencyRecord> find(String caller, String key) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT fingerprint, answer FROM receipt WHERE caller = ? AND key = ?")) {
                select.setString(1, caller);
                select.setString(2, key);
                try (ResultSet found = select.executeQuery()) {
                    return found.next()
                            ? Optional.of(new AppendAttachments.IdempotencyRecord(
                                    caller, key, String.valueOf(found.getString(1)), found.getString(2)))
                            : Optional.empty();
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailable("receipts cannot be read", e);
        }
    }
}
