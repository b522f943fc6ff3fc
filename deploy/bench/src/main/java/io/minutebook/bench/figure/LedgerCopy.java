package io.minutebook.bench.figure;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** The rows of the ledger's tables, and how long a binary COPY takes to write them into tables alike, indexes and all. */
final class LedgerCopy {
    private static final List<String> TABLES = List.of("ledger_entry", "ledger_call", "ledger_case");
    private static final int BUFFER = 1 << 16;

    private final String database;
    private final Path directory;

    /** Takes the rows out to the directory. */
    LedgerCopy(String database, Path directory) throws SQLException, IOException {
        this.database = database;
        this.directory = Files.createDirectories(directory);
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists raw");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : TABLES) {
                try (var out = new BufferedOutputStream(Files.newOutputStream(directory.resolve(table)), BUFFER)) {
                    copy.copyOut("copy " + table + " to stdout (format binary)", out);
                }
            }
        }
    }

    /** How many entries the ledger has. */
    static long entries(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from ledger_entry")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Writes all of it, in one transaction; returns the seconds it took. */
    double seconds() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute("drop table if exists raw." + table);
                statement.execute("create table raw." + table + " (like public." + table + " including all)");
            }
            connection.setAutoCommit(false);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            long begun = System.nanoTime();
            for (var table : TABLES) {
                try (var in = Files.newInputStream(directory.resolve(table))) {
                    copy.copyIn("copy raw." + table + " from stdin (format binary)", in, BUFFER);
                }
            }
            connection.commit();
            return (System.nanoTime() - begun) / 1e9;
        }
    }
}
