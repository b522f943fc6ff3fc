package io.minutebook.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** The log's tables in an empty database, and a type of event for rows that are written by hand. */
final class Schema {
    private Schema() {}

    static void make(DataSource database) throws SQLException, IOException {
        run(database, "V001__event_log.sql");
        run(database, "V002__lean_log_by_month.sql");
        try (Connection connection = database.getConnection()) {
            connection
                    .createStatement()
                    .execute("INSERT INTO event_type (subject, name, version) VALUES ('case', 'trial.Happened', 1)");
        }
    }

    static void run(DataSource database, String script) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                InputStream sql = Objects.requireNonNull(Schema.class.getResourceAsStream("/db/eventlog/" + script))) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            connection.commit();
        }
    }
}
