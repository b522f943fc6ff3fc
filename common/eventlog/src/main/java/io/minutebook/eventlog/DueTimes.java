package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The moments at which clocks want to be looked at again. */
public final class DueTimes {
    /** A moment that has come: the clock opens, warns, or is past its limit. */
    public record Due(String subject, UUID stream, String clock, int round, String moment) {}

    private final DataSource database;

    public DueTimes(DataSource database) {
        this.database = database;
    }

    /** What is due now, the earliest first. */
    public List<Due> due(Instant now, int limit) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT subject, stream, clock, round, moment FROM due_time WHERE due_at <= ? ORDER BY due_at LIMIT ?")) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setInt(2, limit);
                List<Due> due = new ArrayList<>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        due.add(new Due(
                                requireNonNull(found.getString(1)),
                                requireNonNull(found.getObject(2, UUID.class)),
                                requireNonNull(found.getString(3)),
                                found.getInt(4),
                                requireNonNull(found.getString(5))));
                    }
                }
                return due;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("due times cannot be read", e);
        }
    }

    /** Forgets moments whose command was decided, unless they were set anew meanwhile. */
    public void done(List<Due> decided, Instant asOf) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM due_time WHERE stream = ? AND clock = ? AND round = ? AND moment = ? AND due_at <= ?")) {
                for (Due due : decided) {
                    delete.setObject(1, due.stream());
                    delete.setString(2, due.clock());
                    delete.setInt(3, due.round());
                    delete.setString(4, due.moment());
                    delete.setObject(5, asOf.atOffset(ZoneOffset.UTC));
                    delete.addBatch();
                }
                delete.executeBatch();
                connection.commit();
            }
        } catch (SQLException e) {
            throw new LogUnavailable("due times cannot be written", e);
        }
    }
}
