package io.minutebook.bench.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;

/** The ledger's tables in one line: every row of every table, in order. */
record Tables(long entries, long cases, long dead, String hash) {
    private static final List<String> ROWS = List.of(
            "select (event_id, service, type, subject, occurred_at, recorded_at, causation_id, sequence, actor, site, rank, data)::text"
                    + " from ledger_entry order by event_id",
            "select l::text from ledger_call l order by call_id, case_id",
            "select l::text from ledger_case l order by case_id",
            "select (reason, encode(value, 'hex'))::text as dead from view_dead_record order by dead");

    static Tables of(String url) throws SQLException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (String rows : ROWS) {
                add(digest, connection, rows);
            }
            return new Tables(
                    count(connection, "ledger_entry"),
                    count(connection, "ledger_case"),
                    count(connection, "view_dead_record"),
                    HexFormat.of().formatHex(digest.digest()).substring(0, 16));
        }
    }

    String words() {
        return "%d entries, %d cases, %d dead records, %s".formatted(entries, cases, dead, hash);
    }

    private static void add(MessageDigest digest, Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(5000);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    digest.update(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                }
            }
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
