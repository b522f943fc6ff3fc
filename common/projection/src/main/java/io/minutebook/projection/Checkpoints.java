package io.minutebook.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far a view has read, kept in its own database. */
final class Checkpoints {
    private final JdbcTemplate jdbc;

    Checkpoints(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where it goes on; a partition it meets for the first time gets its row here, so that there is something to hold. */
    Map<TopicPartition, Long> open(String reader, Map<TopicPartition, Long> beginnings) {
        Columns rows = Columns.of(beginnings);
        jdbc.update("""
                insert into view_position (reader, topic, partition, next_offset)
                select ?, * from unnest(?, ?, ?) on conflict do nothing""", reader, rows.topics, rows.partitions, rows.offsets);
        return read(reader, beginnings.keySet(), "");
    }

    /** Where it stands, held until the transaction ends: always in the same order, so that two who want them wait and do not block each other. */
    Map<TopicPartition, Long> hold(String reader, Collection<TopicPartition> partitions) {
        return read(reader, partitions, "order by p.topic, p.partition for update of p");
    }

    /** The transaction waits for no flush: what is lost with the database's last moments is lost with its position, and read again. */
    void advance(String reader, Map<TopicPartition, Long> positions) {
        Columns rows = Columns.of(positions);
        jdbc.update("""
                update view_position p set next_offset = moved.next_offset
                from unnest(?, ?, ?) as moved (topic, partition, next_offset), set_config('synchronous_commit', 'off', true)
                where p.reader = ? and p.topic = moved.topic and p.partition = moved.partition""", rows.topics, rows.partitions, rows.offsets, reader);
    }

    void forget(String reader) {
        jdbc.update("delete from view_position where reader = ?", reader);
    }

    void rename(String from, String to) {
        forget(to);
        jdbc.update("update view_position set reader = ? where reader = ?", to, from);
    }

    private Map<TopicPartition, Long> read(String reader, Collection<TopicPartition> partitions, String how) {
        Map<TopicPartition, Long> found = new HashMap<>();
        List<TopicPartition> asked = new ArrayList<>(partitions);
        jdbc.query(
                """
                select p.topic, p.partition, p.next_offset from view_position p
                join unnest(?, ?) as asked (topic, partition) on p.topic = asked.topic and p.partition = asked.partition
                where p.reader = ?\s""" + how,
                row -> {
                    found.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                },
                column(asked, TopicPartition::topic, String[]::new),
                column(asked, TopicPartition::partition, Integer[]::new),
                reader);
        return found;
    }

    private static <T> T[] column(
            List<TopicPartition> rows, Function<TopicPartition, T> value, java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** One array a column: one statement for all rows. */
    private record Columns(String[] topics, Integer[] partitions, Long[] offsets) {
        static Columns of(Map<TopicPartition, Long> rows) {
            List<TopicPartition> partitions = new ArrayList<>(rows.keySet());
            return new Columns(
                    column(partitions, TopicPartition::topic, String[]::new),
                    column(partitions, TopicPartition::partition, Integer[]::new),
                    partitions.stream().map(rows::get).toArray(Long[]::new));
        }
    }
}
