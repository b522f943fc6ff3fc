package io.minutebook.bench.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A log that can be written in its own way and, by somebody who knows its table, by hand. */
interface Target extends AutoCloseable {
    /** A new connection to the log's database, without any timeout. */
    Connection connect() throws SQLException;

    /** Inserts by hand, in a transaction of the caller's. */
    void insert(Connection connection, List<AdversaryEvent> entries, Clock clock) throws SQLException;

    /** Takes positions and throws them away. */
    void waste(Connection connection, int positions) throws SQLException;

    /** Something that its owner does to it now and then while it is written. */
    default void disturb(int time) throws SQLException {}

    /**
     * Appends as the log means it.
     *
     * @throws Conflict when another writer was first; nothing was written
     */
    void append(List<AdversaryEvent> entries, Clock clock) throws Conflict, SQLException;

    /** The events of a case that are committed. */
    Set<UUID> stored(UUID stream) throws SQLException;

    /** The sequence that follows the last committed event of a case. */
    long next(UUID stream) throws SQLException;

    @Override
    void close();

    /** Another writer was first on a case. */
    @SuppressWarnings("serial")
    final class Conflict extends Exception {
        Conflict(Throwable cause) {
            super(cause);
        }
    }
}
