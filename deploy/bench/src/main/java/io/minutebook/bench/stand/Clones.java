package io.minutebook.bench.stand;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;

/**
 * Makes a log grow fast: the streams that are in it are written again under new ids, many side by side as cases are open side by side, each
 * batch in a transaction of its own.
 */
public final class Clones {
    private final String database;

    /** From what is in the log now. */
    public Clones(String database) throws SQLException {
        this.database = database;
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_template");
            statement.execute("create unlogged table bench_template as select * from event");
            statement.execute("create unlogged table if not exists bench_clone (stream uuid, clone uuid)");
        }
    }

    /** Grows the log to so many events and lets the database put away what that left to do; returns how many there are. */
    public long growTo(long events) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            long there = count(statement, "select count(*) from event");
            while (there < events) {
                there += again(connection, statement);
            }
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            return there;
        }
    }

    /** Adds about so many events, in whole streams. */
    public void add(long events) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            for (long added = 0; added < events; ) {
                added += again(connection, statement);
            }
        }
    }

    /** Marks for every reader of the log that it has read all of it. */
    public void allRead() throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute("""
                    update reader_position set (xid, position) =
                        (select xid, position from event order by xid desc, position desc limit 1)""");
        }
    }

    private static long again(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("truncate bench_clone");
        statement.execute("insert into bench_clone select stream, uuidv7() from bench_template group by stream");
        long written = statement.executeUpdate(copy(statement));
        connection.commit();
        connection.setAutoCommit(true);
        return written;
    }

    private static String copy(Statement statement) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (var found = statement.executeQuery("""
                select column_name from information_schema.columns where table_schema = 'public' and table_name = 'event'
                and column_name not in ('position', 'xid') order by ordinal_position""")) {
            while (found.next()) {
                var column = found.getString(1);
                columns.add(column);
                values.add(
                        switch (column) {
                            case "stream" -> "c.clone";
                            case "event_id" -> "uuidv7()";
                            default -> "t." + column;
                        });
            }
        }
        return "insert into event (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from bench_template t join bench_clone c on c.stream = t.stream order by t.sequence, c.clone";
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
