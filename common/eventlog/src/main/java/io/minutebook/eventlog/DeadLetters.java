package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Records that no command could be made of. A case that has one waits whole: its later records are parked behind it, in order, until it is
 * taken up again.
 */
public final class DeadLetters {
    /** A record as it came; {@code heard} is what consuming it would have noted in the inbox. */
    public record Letter(
            String topic,
            int partition,
            long offset,
            String subject,
            String headers,
            byte[] payload,
            @Nullable InboxKey inboxKey) {}

    /** A record that waits. */
    public record Parked(long id, Letter letter, String reason, Instant since) {}

    private static final String INSERT = """
            INSERT INTO dead_letter (topic, partition, "offset", subject, headers, payload, reason, temporary)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?""";
    private static final String SELECT = """
            SELECT id, topic, partition, "offset", subject, headers, payload, reason, parked_at FROM dead_letter""";

    private final DataSource database;

    public DeadLetters(DataSource database) {
        this.database = database;
    }

    /**
     * Parks a record and notes it as consumed, both or nothing. One that is parked already stays as it is, and one that was answered before is not
     * parked.
     *
     * @param temporary whether the reason may pass by itself, as it does where a record only came before its case
     */
    public void park(Letter letter, String reason, boolean temporary) {
        write(letter, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT + " ON CONFLICT DO NOTHING")) {
                bind(insert, letter);
                insert.setString(7, reason);
                insert.setBoolean(8, temporary);
                insert.executeUpdate();
                return true;
            }
        });
    }

    /**
     * Parks a record behind others of its case; false when it need not wait, and then it is not parked. One that was answered before is not
     * parked either, and the answer is true, since nothing more is to be done about it. Behind records that only came before their case nothing
     * waits but what came by the same topic: what makes the case known comes by another.
     */
    public boolean parkBehind(Letter letter) {
        return write(letter, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO dead_letter (topic, partition, "offset", subject, headers, payload, reason, temporary)
                    SELECT ?, ?, ?, ?, ?, ?,
                        CASE WHEN temporary THEN reason ELSE 'an earlier record of the same case waits' END, temporary
                    FROM dead_letter WHERE subject = ? AND (topic = ? OR NOT temporary) ORDER BY id LIMIT 1 FOR KEY SHARE
                    ON CONFLICT DO NOTHING""")) {
                bind(insert, letter);
                insert.setString(7, letter.subject());
                insert.setString(8, letter.topic());
                return insert.executeUpdate() == 1;
            }
        });
    }

    public boolean waits(String subject) {
        return first(subject).isPresent();
    }

    /** The first of a case that waits; all others of the case wait for this one. */
    public Optional<Parked> first(String subject) {
        return select(" WHERE subject = ? ORDER BY id LIMIT 1", subject).stream()
                .findFirst();
    }

    /** The first of every case that waits, the longest waiting case first; at most a thousand. */
    public List<Parked> firsts() {
        return select(" WHERE id IN (SELECT min(id) FROM dead_letter GROUP BY subject) ORDER BY id LIMIT 1000", null);
    }

    /** Returns the cases whose first record waits for a reason that may pass by itself, and not longer than this. */
    public List<String> temporary(Duration longest) {
        return select(
                        " WHERE temporary AND parked_at > now() - interval '" + longest.toMillis()
                                + " milliseconds' AND id IN (SELECT min(id) FROM dead_letter GROUP BY subject) ORDER BY id LIMIT 1000",
                        null)
                .stream()
                .map(parked -> parked.letter().subject())
                .toList();
    }

    /** Records anew why a record waits. */
    public void explain(long id, String reason, boolean temporary) {
        update("UPDATE dead_letter SET temporary = " + temporary + ", reason = ? WHERE id = ?", reason, id);
    }

    /** Lets go of a record that no command is to be made of after all. */
    public void drop(long id) {
        update("DELETE FROM dead_letter WHERE ?::text IS NOT NULL AND id = ?", "", id);
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

    private interface Work {
        boolean on(Connection connection) throws SQLException;
    }

    private boolean write(Letter letter, Work work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean parked = work.on(connection);
            if (parked && note(connection, letter.inboxKey())) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return parked;
        } catch (SQLException e) {
            throw new LogUnavailable("a dead letter cannot be parked", e);
        }
    }

    private static void bind(PreparedStatement insert, Letter letter) throws SQLException {
        insert.setString(1, letter.topic());
        insert.setInt(2, letter.partition());
        insert.setLong(3, letter.offset());
        insert.setString(4, letter.subject());
        insert.setString(5, letter.headers());
        insert.setBytes(6, letter.payload());
    }

    /** Returns false where the record was answered before. */
    private static boolean note(Connection connection, @Nullable InboxKey inboxKey) throws SQLException {
        return switch (inboxKey) {
            case null -> true;
            case InboxKey.ByDeadLetter letter -> true;
            case InboxKey.ByEventId once -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO inbox (event_id) VALUES (?) ON CONFLICT DO NOTHING")) {
                    insert.setObject(1, once.eventId());
                    yield insert.executeUpdate() == 1;
                }
            }
            case InboxKey.ByPosition mark -> {
                try (PreparedStatement upsert = connection.prepareStatement("""
                        INSERT INTO inbox_mark (source, topic, partition, xid, position) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (source, topic, partition) DO UPDATE SET xid = excluded.xid, position = excluded.position
                        WHERE (inbox_mark.xid, inbox_mark.position) < (excluded.xid, excluded.position)""")) {
                    upsert.setString(1, mark.source());
                    upsert.setString(2, mark.topic());
                    upsert.setInt(3, mark.partition());
                    upsert.setLong(4, mark.at().xid());
                    upsert.setLong(5, mark.at().row());
                    yield upsert.executeUpdate() == 1;
                }
            }
        };
    }

    private List<Parked> select(String where, @Nullable String value) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
                if (value != null) {
                    select.setString(1, value);
                }
                List<Parked> letters = new ArrayList<>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        letters.add(parked(found));
                    }
                }
                return letters;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("dead letters cannot be read", e);
        }
    }

    private static Parked parked(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        Letter letter = new Letter(
                requireNonNull(row.getString(2)),
                row.getInt(3),
                row.getLong(4),
                requireNonNull(row.getString(5)),
                requireNonNull(row.getString(6)),
                row.getBytes(7) == null ? new byte[0] : row.getBytes(7),
                new InboxKey.ByDeadLetter(id));
        return new Parked(
                id,
                letter,
                requireNonNull(row.getString(8)),
                requireNonNull(row.getObject(9, OffsetDateTime.class)).toInstant());
    }

    private void update(String sql, String first, long id) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, first);
                update.setLong(2, id);
                update.executeUpdate();
            }
        } catch (SQLException e) {
            throw new LogUnavailable("a dead letter cannot be changed", e);
        }
    }
}
