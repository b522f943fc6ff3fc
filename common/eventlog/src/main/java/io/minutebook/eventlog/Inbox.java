package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** How far this service has come in the partitions that it consumes: how far it has read, and which events of each source it has answered. */
public final class Inbox {
    /** A partition of a topic. */
    public record InboxPartition(String topic, int partition) {}

    private final DataSource database;

    public Inbox(DataSource database) {
        this.database = database;
    }

    /** The offset to read next; the beginning of the partition where nothing was read. */
    public long nextOffset(InboxPartition place) {
        return query(
                "SELECT next_offset FROM heard_offset WHERE topic = ? AND partition = ?",
                place,
                found -> found.next() ? found.getLong(1) : 0L);
    }

    /** Of each source, the last event that was answered. */
    public Map<String, LogPosition> marks(InboxPartition place) {
        return query("SELECT source, xid, position FROM inbox_mark WHERE topic = ? AND partition = ?", place, found -> {
            Map<String, LogPosition> marks = new HashMap<>();
            while (found.next()) {
                marks.put(found.getString(1), new LogPosition(found.getLong(2), found.getLong(3)));
            }
            return marks;
        });
    }

    /** Notes how far was read, and waits for no flush. It may lag behind: what is read again is known by the marks. */
    public void read(Map<InboxPartition, Long> nextOffsets) {
        List<Map.Entry<InboxPartition, Long>> rows = List.copyOf(nextOffsets.entrySet());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO heard_offset (topic, partition, next_offset)
                    SELECT t.* FROM set_config('synchronous_commit', 'off', true), unnest(?::text[], ?::int[], ?::bigint[]) AS t
                    ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset
                    WHERE heard_offset.next_offset < excluded.next_offset""")) {
                ArrayParameter.texts(rows, row -> row.getKey().topic()).bind(upsert, 1);
                ArrayParameter.ints(rows, row -> row.getKey().partition()).bind(upsert, 2);
                ArrayParameter.longs(rows, Map.Entry::getValue).bind(upsert, 3);
                upsert.execute();
            }
        } catch (SQLException e) {
            throw new LogUnavailable("how far was read cannot be noted", e);
        }
    }

    private interface Answer<A> {
        A of(ResultSet found) throws SQLException;
    }

    private <A> A query(String sql, InboxPartition place, Answer<A> answer) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, place.topic());
                select.setInt(2, place.partition());
                try (ResultSet found = select.executeQuery()) {
                    return answer.of(found);
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the inbox cannot be read", e);
        }
    }
}
