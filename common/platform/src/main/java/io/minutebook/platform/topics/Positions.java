package io.minutebook.platform.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far a view has read, kept in its own database. */
final class Positions {
    private final JdbcTemplate jdbc;

    Positions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<TopicPartition, Long> of(String reader) {
        return read("select topic, partition, next_offset from view_position where reader = ?", reader);
    }

    /** The same, held until the transaction ends. */
    Map<TopicPartition, Long> hold(String reader) {
        return read("select topic, partition, next_offset from view_position where reader = ? for update", reader);
    }

    void advance(String reader, Map<TopicPartition, Long> positions) {
        List<Object[]> rows = positions.entrySet().stream()
                .map(e -> new Object[] {reader, e.getKey().topic(), e.getKey().partition(), e.getValue()})
                .toList();
        jdbc.batchUpdate("""
                insert into view_position (reader, topic, partition, next_offset) values (?, ?, ?, ?)
                on conflict (reader, topic, partition) do update set next_offset = excluded.next_offset""", rows);
    }

    void forget(String reader) {
        jdbc.update("delete from view_position where reader = ?", reader);
    }

    void rename(String from, String to) {
        forget(to);
        jdbc.update("update view_position set reader = ? where reader = ?", to, from);
    }

    private Map<TopicPartition, Long> read(String sql, String reader) {
        Map<TopicPartition, Long> found = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    found.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                },
                reader);
        return found;
    }
}
