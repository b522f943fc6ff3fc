package io.minutebook.bench.raw;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event's row as it is stored, to be written again under other ids; what the database fills in by itself is left to it. */
final class SampleRow {
    private static final Set<String> BY_ITSELF = Set.of("position", "xid");

    private final List<String> columns = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    static SampleRow latest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from event order by xid desc, position desc limit 1")) {
            if (!row.next()) {
                throw new IllegalStateException("there is no event to be like");
            }
            var sample = new SampleRow();
            var all = row.getMetaData();
            for (int i = 1; i <= all.getColumnCount(); i++) {
                if (!BY_ITSELF.contains(all.getColumnName(i))) {
                    sample.columns.add(all.getColumnName(i));
                    sample.values.add(
                            all.getColumnTypeName(i).equals("timestamptz")
                                    ? row.getObject(i, OffsetDateTime.class)
                                    : row.getObject(i));
                }
            }
            return sample;
        }
    }

    String insertInto(String table) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    void bind(PreparedStatement insert, UUID stream, long sequence, UUID eventId) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i)) {
                case "stream" -> insert.setObject(i + 1, stream);
                case "sequence" -> insert.setInt(i + 1, (int) sequence);
                case "event_id" -> insert.setObject(i + 1, eventId);
                default -> insert.setObject(i + 1, values.get(i));
            }
        }
    }
}
