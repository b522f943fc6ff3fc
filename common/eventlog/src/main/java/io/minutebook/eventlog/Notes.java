package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;

/** Writes what travels with an append, after the events: their transaction id must not be older than what they were decided on. */
final class Notes {
    private Notes() {}

    static void write(Connection connection, AppendNotes notes) throws SQLException {
        if (notes.heard() != null) {
            heard(connection, notes.heard());
        }
        if (notes.receipt() != null) {
            receipt(connection, notes.receipt());
        }
        for (AppendNotes.TimerNote timer : notes.timers()) {
            switch (timer) {
                case AppendNotes.TimerNote.Set set -> set(connection, set);
                case AppendNotes.TimerNote.Clear clear -> clear(connection, clear);
            }
        }
    }

    private static void heard(Connection connection, UUID eventId) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO inbox (event_id) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, eventId);
            if (insert.executeUpdate() == 0) {
                throw new AlreadyHeard(eventId);
            }
        }
    }

    private static void receipt(Connection connection, AppendNotes.Receipt receipt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO receipt (caller, key, fingerprint, answer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, receipt.caller());
            insert.setString(2, receipt.key());
            insert.setString(3, receipt.fingerprint());
            insert.setString(4, receipt.answer());
            if (insert.executeUpdate() == 0) {
                throw new AlreadyAnswered(receipt.key());
            }
        }
    }

    private static void set(Connection connection, AppendNotes.TimerNote.Set timer) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO due_time (subject, stream, clock, round, moment, due_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (stream, clock, round, moment) DO UPDATE SET due_at = excluded.due_at""")) {
            upsert.setString(1, timer.subject());
            upsert.setObject(2, timer.stream());
            upsert.setString(3, timer.clock());
            upsert.setInt(4, timer.round());
            upsert.setString(5, timer.moment());
            upsert.setObject(6, timer.dueAt().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    private static void clear(Connection connection, AppendNotes.TimerNote.Clear timer) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM due_time WHERE stream = ? AND clock = ? AND round = ?")) {
            delete.setObject(1, timer.stream());
            delete.setString(2, timer.clock());
            delete.setInt(3, timer.round());
            delete.executeUpdate();
        }
    }
}
