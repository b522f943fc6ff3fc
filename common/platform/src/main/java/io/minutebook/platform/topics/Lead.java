package io.minutebook.platform.topics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Held by the one instance that reads for a view: an advisory lock, which the database takes back when the instance dies. */
final class Lead implements AutoCloseable {
    private final DataSource database;
    private final String view;
    private @Nullable Connection connection;

    Lead(DataSource database, String view) {
        this.database = database;
        this.view = view;
    }

    /** Takes the lead, or makes sure that it still has it. */
    boolean take() throws SQLException {
        Connection held = connection;
        if (held != null && held.isValid(2)) {
            return true;
        }
        close();
        held = database.getConnection();
        boolean taken = false;
        try {
            held.setAutoCommit(true);
            taken = lock(held);
        } finally {
            if (!taken) {
                held.close();
            }
        }
        connection = taken ? held : null;
        return taken;
    }

    private boolean lock(Connection held) throws SQLException {
        try (PreparedStatement ask = held.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 7))")) {
            ask.setString(1, "view." + view);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        Connection held = connection;
        connection = null;
        if (held == null) {
            return;
        }
        try (held) {
            try (PreparedStatement free = held.prepareStatement("select pg_advisory_unlock_all()")) {
                free.execute();
            }
        } catch (SQLException gone) {
            // a connection that is gone holds no lock
        }
    }
}
