package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the table of events, as lean as they are stored. */
final class EventRows {
    static final String SELECT = """
            SELECT xid, position, event_id, stream, sequence, type, occurred_at, recorded_at, causation_id,
                   correlation_id, actor, site, trace, payload FROM event""";

    private static final HexFormat HEX = HexFormat.of();

    private EventRows() {}

    static EventLog.LoggedEvent read(ResultSet row, StoredTypeIds types) throws SQLException {
        UUID stream = requireNonNull(row.getObject(4, UUID.class));
        StoredTypeIds.Name name = types.name(row.getShort(6), row.getStatement().getConnection());
        String correlation = row.getString(10);
        byte[] trace = row.getBytes(13);
        return new EventLog.LoggedEvent(
                new LogPosition(row.getLong(1), row.getLong(2)),
                new EncodedEvent(
                        requireNonNull(row.getObject(3, UUID.class)),
                        name.subject(),
                        stream,
                        row.getLong(5),
                        name.type(),
                        name.version(),
                        instant(row, 7),
                        instant(row, 8),
                        row.getObject(9, UUID.class),
                        correlation == null ? stream.toString() : correlation,
                        requireNonNull(row.getString(11)),
                        row.getString(12),
                        trace == null ? null : trace(trace),
                        requireNonNull(row.getBytes(14))));
    }

    /** Null where the event belongs to nothing beyond its own stream, which is the rule. */
    static @Nullable String correlation(EncodedEvent event) {
        return event.correlationId().equals(event.stream().toString()) ? null : event.correlationId();
    }

    /** A trace parent ({@code 00-<trace>-<span>-<flags>}) without its dashes, in half the bytes. */
    static byte @Nullable [] trace(@Nullable String parent) {
        return parent == null ? null : HEX.parseHex(parent.replace("-", ""));
    }

    private static String trace(byte[] stored) {
        String hex = HEX.formatHex(stored);
        return hex.substring(0, 2) + '-' + hex.substring(2, 34) + '-' + hex.substring(34, 50) + '-' + hex.substring(50);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }
}
