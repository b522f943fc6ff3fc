package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.PGStatement;

/** The table of events: appends durably, reads a stream by sequence and the whole log in an order that never changes afterwards. */
public final class EventLog implements AutoCloseable {
    /** An event read from the log, its payload still as stored. */
    public record LoggedEvent(LogPosition at, EncodedEvent event) {}

    private static final String AFTER = EventRows.SELECT
            + " WHERE (xid, position) > (?::text::xid8, ?) AND xid < pg_snapshot_xmin(pg_current_snapshot())"
            + " ORDER BY xid, position LIMIT ?";

    private final DataSource database;
    private final StoredTypeIds types;
    private final GroupAppend writer;

    public EventLog(DataSource database, AppendSignal signal) {
        this.database = database;
        this.types = new StoredTypeIds(database);
        this.writer = new GroupAppend(database, types, signal).start();
    }

    /**
     * Appends events and their notes, all or nothing; returns when they are durable. What is appended at the same time shares a transaction.
     *
     * @throws ConcurrencyException when another writer was first on one of the streams
     * @throws DuplicateMessage when the notes' event was answered before
     * @throws DuplicateRequest when the notes' key has an answer already
     * @throws LogUnavailable when the database did not take it, or could not be asked whether it did
     */
    public void append(List<EncodedEvent> events, AppendAttachments attachments) {
        events.forEach(types::id);
        writer.append(new Append(events, attachments));
    }

    /** A stream's events from a sequence on. */
    public List<LoggedEvent> stream(UUID stream, long fromSequence) {
        return pooled(EventRows.SELECT + " WHERE stream = ? AND sequence >= ? ORDER BY sequence", statement -> {
            statement.setObject(1, stream);
            statement.setInt(2, (int) Math.min(fromSequence, Integer.MAX_VALUE));
        });
    }

    /** The next events after a position, none of which any transaction still running can precede. */
    public List<LoggedEvent> after(LogPosition position, int limit) {
        return pooled(AFTER, statement -> from(statement, position, limit));
    }

    /** The same over a reader's own session, where the statement stays prepared. */
    List<LoggedEvent> after(Connection session, LogPosition position, int limit) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(AFTER)) {
            from(statement, position, limit);
            return rows(statement);
        }
    }

    /** The position of the last event that readers may see. */
    public LogPosition head() {
        List<LoggedEvent> last = pooled(
                EventRows.SELECT
                        + " WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid DESC, position DESC LIMIT 1",
                statement -> {});
        return last.isEmpty() ? LogPosition.START : last.getFirst().at();
    }

    /** When the oldest event was recorded that readers must not see yet because some older transaction is still running. */
    public Optional<Instant> heldSince() {
        return pooled(
                        EventRows.SELECT
                                + " WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid, position LIMIT 1",
                        statement -> {})
                .stream()
                .findFirst()
                .map(row -> row.event().recordedAt());
    }

    /**
     * Readers go by transaction ids, so events that were written under ids this server has not given out yet would hide what is written from now on.
     *
     * @throws IllegalStateException when there are such: the log was moved here by dump and restore
     */
    public void requireOwnTransactionIds() {
        List<LoggedEvent> ahead = pooled(
                EventRows.SELECT
                        + " WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) ORDER BY event.xid DESC, position DESC LIMIT 1",
                statement -> {});
        if (!ahead.isEmpty()) {
            throw new IllegalStateException("this log was written on another database server, up to its transaction "
                    + Long.toUnsignedString(ahead.getFirst().at().xid())
                    + ", which lies ahead of this one's: set the next transaction id and epoch of this server beyond it"
                    + " (pg_resetwal), then start again");
        }
    }

    /** Makes room for the streams that begin this month and in the next two. */
    public void prepareMonths() {
        try (Connection connection = database.getConnection();
                PreparedStatement call = connection.prepareStatement("SELECT event_partitions_ahead()")) {
            connection.setAutoCommit(true);
            call.execute();
        } catch (SQLException e) {
            throw new LogUnavailable("the next month's partition cannot be made", e);
        }
    }

    /** How many appends wait for the writer's next group. */
    public int queued() {
        return writer.queued();
    }

    @Override
    public void close() {
        writer.close();
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private static void from(PreparedStatement statement, LogPosition position, int limit) throws SQLException {
        statement.setString(1, Long.toUnsignedString(position.xid()));
        statement.setLong(2, position.row());
        statement.setInt(3, limit);
    }

    /** Planned anew each time: a plan that was made while the log was small would read all of it when it is not. */
    private List<LoggedEvent> pooled(String sql, Binding binding) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                binding.bind(statement);
                return rows(statement);
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the log cannot be read", e);
        }
    }

    private List<LoggedEvent> rows(PreparedStatement statement) throws SQLException {
        List<LoggedEvent> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(EventRows.read(found, types));
            }
        }
        return rows;
    }
}
