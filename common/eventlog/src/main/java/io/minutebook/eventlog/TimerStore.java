package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The moments at which clocks want to be looked at again. */
public final class TimerStore {
    /** A moment that has come: the clock opens, warns, or is past its limit. */
    public record DueTimer(String subject, UUID stream, String clock, int round, String moment) {}

    /** Streams are dealt out to this many shards, for instances to share. */
    public static final int SHARDS = 4;

    private final DataSource database;

    public TimerStore(DataSource database) {
        this.database = database;
    }

    /** What is due now in all shards, the earliest first. */
    List<DueTimer> due(Instant now, int limit) {
        return due(now, limit, IntStream.range(0, SHARDS).boxed().toList());
    }

    /** What is due now in some shards, the earliest first. */
    public List<DueTimer> due(Instant now, int limit, Collection<Integer> shards) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT subject, stream, clock, round, moment FROM due_time WHERE due_at <= ?"
                            + " AND get_byte(uuid_send(stream), 15) % ? = ANY(?) ORDER BY due_at LIMIT ?")) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setInt(2, SHARDS);
                select.setArray(3, connection.createArrayOf("int4", shards.toArray()));
                select.setInt(4, limit);
                List<DueTimer> due = new ArrayList<>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        due.add(new DueTimer(
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

    /** Looks at moments again later, so that they are in nobody's way. */
    public void later(List<DueTimer> failed, Instant then) {
        each(
                "UPDATE due_time SET due_at = greatest(due_at, ?) WHERE stream = ? AND clock = ? AND round = ? AND moment = ?",
                failed,
                (update, due) -> {
                    update.setObject(1, then.atOffset(ZoneOffset.UTC));
                    key(update, 2, due);
                });
    }

    /** Forgets moments whose command was decided, unless they were set anew meanwhile. */
    public void done(List<DueTimer> decided, Instant asOf) {
        each(
                "DELETE FROM due_time WHERE stream = ? AND clock = ? AND round = ? AND moment = ? AND due_at <= ?",
                decided,
                (delete, due) -> {
                    key(delete, 1, due);
                    delete.setObject(5, asOf.atOffset(ZoneOffset.UTC));
                });
    }

    private interface Binding {
        void bind(PreparedStatement statement, DueTimer due) throws SQLException;
    }

    private static void key(PreparedStatement statement, int from, DueTimer due) throws SQLException {
        statement.setObject(from, due.stream());
        statement.setString(from + 1, due.clock());
        statement.setInt(from + 2, due.round());
        statement.setString(from + 3, due.moment());
    }

    private void each(String sql, List<DueTimer> moments, Binding binding) {
        if (moments.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (DueTimer due : moments) {
                    binding.bind(statement, due);
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
            }
        } catch (SQLException e) {
            throw new LogUnavailable("due times cannot be written", e);
        }
    }
}
