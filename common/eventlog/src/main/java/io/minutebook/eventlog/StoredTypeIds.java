package io.minutebook.eventlog;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Stored names of events by the small numbers that rows carry instead of them; both are for ever. */
final class StoredTypeIds {
    /** A stored name, its version and the kind of stream it is written on. */
    record Name(String subject, String type, int version) {}

    private final DataSource database;
    private final Map<Name, Short> ids = new ConcurrentHashMap<>();
    private final Map<Short, Name> names = new ConcurrentHashMap<>();

    StoredTypeIds(DataSource database) {
        this.database = database;
    }

    short id(EncodedEvent event) {
        Name name = new Name(event.subject(), event.type(), event.version());
        Short known = ids.get(name);
        return known != null ? known : added(name);
    }

    /** Looked up over the session that read the number: whoever reads must not wait for a second one. */
    Name name(short id, Connection session) throws SQLException {
        Name known = names.get(id);
        if (known == null) {
            load(session);
            known = names.get(id);
        }
        return requireNonNull(known, "a type of event that is not in event_type");
    }

    private short added(Name name) {
        load();
        if (!ids.containsKey(name)) {
            add(name);
            load();
        }
        return requireNonNull(ids.get(name));
    }

    private void add(Name name) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO event_type (subject, name, version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setString(1, name.subject());
                insert.setString(2, name.type());
                insert.setInt(3, name.version());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new LogUnavailable("a type of event cannot be noted", e);
        }
    }

    private void load() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            load(connection);
        } catch (SQLException e) {
            throw new LogUnavailable("the types of events cannot be read", e);
        }
    }

    private void load(Connection session) throws SQLException {
        try (PreparedStatement select = session.prepareStatement("SELECT id, subject, name, version FROM event_type");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                Name name = new Name(
                        requireNonNull(found.getString(2)), requireNonNull(found.getString(3)), found.getInt(4));
                names.put(found.getShort(1), name);
                ids.put(name, found.getShort(1));
            }
        }
    }
}
