package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** The table of events: appends durably, reads a stream by sequence and the whole log in an order that never changes afterwards. */
public final class EventLog {
    /** An event read from the log, its payload still as stored. */
    public record Row(LogPosition at, NewEvent event) {}

    private static final String INSERT = """
            INSERT INTO event (event_id, subject, stream, sequence, type, version, occurred_at, recorded_at, causation_id,
                               correlation_id, actor, site, trace, payload)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::smallint[], ?::timestamptz[],
                                 ?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])""";
    private static final String COLUMNS = """
            SELECT xid::text::bigint, position, event_id, subject, stream, sequence, type, version, occurred_at, recorded_at,
                   causation_id, correlation_id, actor, site, trace, payload FROM event""";
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final LogSignal signal;

    public EventLog(DataSource database, LogSignal signal) {
        this.database = database;
        this.signal = signal;
    }

    /**
     * Appends events and their notes in one durable transaction.
     *
     * @throws ConcurrencyException when another writer was first on one of the streams
     * @throws AlreadyHeard when the notes' event was answered before
     * @throws AlreadyAnswered when the notes' key has an answer already
     */
    public void append(List<NewEvent> events, AppendNotes notes) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!events.isEmpty()) {
                    insert(connection, events);
                }
                Notes.write(connection, notes);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new ConcurrencyException("another writer was first on " + streams(events), e);
            }
            throw new LogUnavailable("append failed", e);
        }
        signal.appended();
    }

    /** A stream's events from a sequence on. */
    public List<Row> stream(UUID stream, long fromSequence) {
        return query(COLUMNS + " WHERE stream = ? AND sequence >= ? ORDER BY sequence", statement -> {
            statement.setObject(1, stream);
            statement.setLong(2, fromSequence);
        });
    }

    /** The next events after a position, none of which any transaction still running can precede. */
    public List<Row> after(LogPosition position, int limit) {
        return query(
                COLUMNS
                        + " WHERE (xid, position) > (?::text::xid8, ?) AND xid < pg_snapshot_xmin(pg_current_snapshot())"
                        + " ORDER BY xid, position LIMIT ?",
                statement -> {
                    statement.setString(1, Long.toUnsignedString(position.xid()));
                    statement.setLong(2, position.row());
                    statement.setInt(3, limit);
                });
    }

    /** The position of the last event that readers may see. */
    public LogPosition head() {
        List<Row> last = query(
                COLUMNS
                        + " WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid DESC, position DESC LIMIT 1",
                statement -> {});
        return last.isEmpty() ? LogPosition.START : last.getFirst().at();
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<Row> query(String sql, Binding binding) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                List<Row> rows = new ArrayList<>();
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        rows.add(row(found));
                    }
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the log cannot be read", e);
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                new LogPosition(found.getLong(1), found.getLong(2)),
                new NewEvent(
                        requireNonNull(found.getObject(3, UUID.class)),
                        requireNonNull(found.getString(4)),
                        requireNonNull(found.getObject(5, UUID.class)),
                        found.getLong(6),
                        requireNonNull(found.getString(7)),
                        found.getInt(8),
                        requireNonNull(found.getObject(9, OffsetDateTime.class)).toInstant(),
                        requireNonNull(found.getObject(10, OffsetDateTime.class))
                                .toInstant(),
                        found.getObject(11, UUID.class),
                        requireNonNull(found.getString(12)),
                        requireNonNull(found.getString(13)),
                        found.getString(14),
                        found.getString(15),
                        requireNonNull(found.getBytes(16))));
    }

    private static void insert(Connection connection, List<NewEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            column(connection, insert, 1, "uuid", events, NewEvent::eventId);
            column(connection, insert, 2, "text", events, NewEvent::subject);
            column(connection, insert, 3, "uuid", events, NewEvent::stream);
            column(connection, insert, 4, "bigint", events, NewEvent::sequence);
            column(connection, insert, 5, "text", events, NewEvent::type);
            column(connection, insert, 6, "smallint", events, event -> (short) event.version());
            column(connection, insert, 7, "timestamptz", events, event -> utc(event.occurredAt()));
            column(connection, insert, 8, "timestamptz", events, event -> utc(event.recordedAt()));
            column(connection, insert, 9, "uuid", events, NewEvent::causationId);
            column(connection, insert, 10, "text", events, NewEvent::correlationId);
            column(connection, insert, 11, "text", events, NewEvent::actor);
            column(connection, insert, 12, "text", events, NewEvent::site);
            column(connection, insert, 13, "text", events, NewEvent::trace);
            insert.setArray(
                    14,
                    connection.createArrayOf(
                            "bytea", events.stream().map(NewEvent::payload).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    private static void column(
            Connection connection,
            PreparedStatement insert,
            int index,
            String type,
            List<NewEvent> events,
            Function<NewEvent, @Nullable Object> value)
            throws SQLException {
        Array array = connection.createArrayOf(type, events.stream().map(value).toArray());
        insert.setArray(index, array);
    }

    private static OffsetDateTime utc(java.time.Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<UUID> streams(List<NewEvent> events) {
        return events.stream().map(NewEvent::stream).distinct().toList();
    }
}
