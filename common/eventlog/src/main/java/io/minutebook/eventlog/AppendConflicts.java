package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Finds out which appends of a group the log refuses and why, so that the others need not fail with them. */
final class AppendConflicts {
    private final Connection connection;

    AppendConflicts(Connection connection) {
        this.connection = connection;
    }

    Map<Append, RuntimeException> of(List<Append> group) throws SQLException {
        Map<Append, RuntimeException> found = new HashMap<>();
        for (Append append : group) {
            RuntimeException obstacle = of(append);
            if (obstacle != null) {
                found.put(append, obstacle);
            }
        }
        return found;
    }

    /** The events that are stored where those of the append would be, each stream's first: its own ids, if it was durable after all. */
    boolean durable(Append append) throws SQLException {
        EncodedEvent first = append.events().getFirst();
        return first.eventId().equals(stored(first));
    }

    private @Nullable RuntimeException of(Append append) throws SQLException {
        AppendAttachments.IdempotencyRecord idempotencyRecord =
                append.attachments().idempotencyRecord();
        if (idempotencyRecord != null
                && exists(
                        "SELECT 1 FROM receipt WHERE caller = ? AND key = ?",
                        idempotencyRecord.caller(),
                        idempotencyRecord.key())) {
            return new DuplicateRequest(idempotencyRecord.key());
        }
        InboxKey inboxKey = append.attachments().inboxKey();
        if (inboxKey != null && answered(inboxKey)) {
            return new DuplicateMessage(inboxKey);
        }
        for (EncodedEvent event : append.events()) {
            if (stored(event) != null) {
                return new ConcurrencyException("another writer was first on " + event.stream());
            }
        }
        return null;
    }

    private boolean answered(InboxKey inboxKey) throws SQLException {
        return switch (inboxKey) {
            case InboxKey.ByEventId once -> exists("SELECT 1 FROM inbox WHERE event_id = ?", once.eventId());
            case InboxKey.ByPosition mark ->
                exists(
                        "SELECT 1 FROM inbox_mark WHERE source = ? AND topic = ? AND partition = ? AND (xid, position) >= (?, ?)",
                        mark.source(),
                        mark.topic(),
                        mark.partition(),
                        mark.at().xid(),
                        mark.at().row());
            case InboxKey.ByDeadLetter letter -> !exists("SELECT 1 FROM dead_letter WHERE id = ?", letter.letter());
        };
    }

    private @Nullable UUID stored(EncodedEvent event) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT event_id FROM event WHERE stream = ? AND sequence = ?")) {
            select.setObject(1, event.stream());
            select.setLong(2, event.sequence());
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getObject(1, UUID.class) : null;
            }
        }
    }

    private boolean exists(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }
}
