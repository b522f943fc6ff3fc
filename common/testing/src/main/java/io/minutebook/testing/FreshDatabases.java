package io.minutebook.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out new databases of one server. */
record FreshDatabases(String server, String user, String password, AtomicInteger count) implements Stand.Postgres {
    FreshDatabases(String server, String user, String password) {
        this(server, user, password, new AtomicInteger());
    }

    @Override
    public String freshDatabase(String name) {
        var database = name.replaceAll("\\W", "_") + "_" + count.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database \"" + database + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("no new database " + database, e);
        }
        return url(database);
    }

    private String url(String database) {
        return "jdbc:postgresql://" + server + "/" + database + "?user=" + user + "&password=" + password;
    }
}
