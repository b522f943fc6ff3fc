package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that reads the log by its index only: a plan made while the log was small must not scan it when it is large. */
record LogReadSession(Connection connection) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogReadSession.class);

    static LogReadSession open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            execute(connection, "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new LogReadSession(connection);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            execute(connection, "RESET enable_seqscan; RESET enable_bitmapscan; RESET enable_sort");
        } catch (SQLException e) {
            LOG.debug("the session is gone", e);
        }
    }

    private static void execute(Connection connection, String settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }
}
