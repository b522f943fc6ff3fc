package io.minutebook.bench.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The control: marks the inbox, then loads the case, then appends, and after a conflict loads and appends again. Its transaction got its id before it looked, so what it adds may stand in
 * the log before what it saw.
 */
final class InboxFirst implements Subscriber {
    private static final String UNIQUE_VIOLATION = "23505";

    private final OurLog target;

    InboxFirst(OurLog target) {
        this.target = target;
    }

    @Override
    public void hear(UUID stream, int partition, int place) throws SQLException, InterruptedException {
        try (Connection connection = target.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement mark = connection.prepareStatement("INSERT INTO inbox (event_id) VALUES (?)")) {
                mark.setObject(1, UUID.randomUUID());
                mark.execute();
            }
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(5_000));
            boolean appended = false;
            while (!appended) {
                appended = append(connection, stream);
            }
            connection.commit();
        }
    }

    private boolean append(Connection connection, UUID stream) throws SQLException {
        Savepoint marked = connection.setSavepoint();
        AdversaryEvent adversaryEvent = new AdversaryEvent(UUID.randomUUID(), stream, next(connection, stream));
        try {
            target.insert(connection, List.of(adversaryEvent), Clock.systemUTC());
            return true;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                connection.rollback(marked);
                return false;
            }
            throw e;
        }
    }

    private static long next(Connection connection, UUID stream) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT coalesce(max(sequence) + 1, 0) FROM event WHERE stream = ?")) {
            select.setObject(1, stream);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }
}
