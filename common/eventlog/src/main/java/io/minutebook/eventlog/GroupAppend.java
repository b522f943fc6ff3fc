package io.minutebook.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a process. While it waits for the disk, commands queue up; what waits is its next group, so that a flush is shared by as
 * many as there are, and nobody waits for company. Each command learns only of its own outcome: a refused one fails alone.
 */
final class GroupAppend implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupAppend.class);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MOST_APPENDS = 512;
    /** How long a command waits. It may still become durable afterwards. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long the writer waits for an answer: more than its locks may take. Then it looks over a new connection for what has become of it. */
    private static final int ANSWER_WITHIN_MILLIS = 15_000;

    private final DataSource database;
    private final AppendStatement statement;
    private final AppendSignal signal;
    private final String writer = "writer:" + UUID.randomUUID();
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final List<Append> waiting = new ArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("log-writer").unstarted(this::run);
    private volatile boolean closed;
    private @Nullable Connection connection;

    GroupAppend(DataSource database, StoredTypeIds types, AppendSignal signal) {
        this.database = database;
        this.statement = new AppendStatement(types);
        this.signal = signal;
    }

    GroupAppend start() {
        thread.start();
        return this;
    }

    void append(Append append) {
        queue.add(append);
        if (closed && queue.remove(append)) {
            throw new LogUnavailable("the log is closed", null);
        }
        if (!append.within(PATIENCE)) {
            throw new LogUnavailable(
                    queue.remove(append)
                            ? "not recorded: the database does not take up what waits"
                            : "the database does not answer; whether this is recorded is not known yet",
                    null);
        }
    }

    int queued() {
        return queue.size();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                if (waiting.isEmpty()) {
                    waiting.add(queue.take());
                }
                queue.drainTo(waiting, MOST_APPENDS - waiting.size());
                write(AppendGroup.takeFrom(waiting));
            }
        } catch (InterruptedException end) {
            queue.drainTo(waiting);
            waiting.forEach(append -> append.failed(new LogUnavailable("the log is closed", null)));
            release();
        }
    }

    private void write(List<Append> group) {
        try {
            statement.execute(connected(), group);
            signal.appended();
            group.forEach(Append::done);
        } catch (SQLException e) {
            if (lost()) {
                LOG.warn("{} appends are looked for after a lost connection: {}", group.size(), e.toString());
                afterLoss(group, e);
            } else if (group.size() > 1) {
                withoutTheRefused(group, e);
            } else {
                alone(group.getFirst(), e);
            }
        } catch (RuntimeException e) {
            if (group.size() > 1) {
                group.forEach(append -> write(List.of(append)));
            } else {
                group.getFirst().failed(e);
            }
        }
    }

    /** Where the database says that somebody was first, those commands get the refusal; where it says anything else, each is tried alone. */
    private void withoutTheRefused(List<Append> group, SQLException refusal) {
        List<Append> rest = new ArrayList<>(group);
        if (UNIQUE_VIOLATION.equals(refusal.getSQLState())) {
            try {
                Map<Append, RuntimeException> obstacles = new AppendConflicts(connected()).of(group);
                obstacles.forEach(Append::failed);
                rest.removeAll(obstacles.keySet());
                if (!obstacles.isEmpty()) {
                    if (!rest.isEmpty()) {
                        write(rest);
                    }
                    return;
                }
            } catch (SQLException e) {
                rest.forEach(append -> append.failed(new LogUnavailable("append failed", e)));
                return;
            }
        }
        rest.forEach(append -> write(List.of(append)));
    }

    private void alone(Append append, SQLException refusal) {
        if (!UNIQUE_VIOLATION.equals(refusal.getSQLState())) {
            append.failed(new LogUnavailable("append failed", refusal));
            return;
        }
        try {
            append.failed(new AppendConflicts(connected())
                    .of(List.of(append))
                    .getOrDefault(append, new ConcurrencyException("somebody else was first", refusal)));
        } catch (SQLException e) {
            append.failed(new LogUnavailable("append failed", e));
        }
    }

    /** The group may be durable although nobody said so. Its session has ended for certain before the new one looks. */
    private void afterLoss(List<Append> group, SQLException loss) {
        disconnect();
        try {
            AppendConflicts log = new AppendConflicts(connected());
            for (Append append : group) {
                if (!append.events().isEmpty() && log.durable(append)) {
                    append.done();
                } else {
                    append.failed(new LogUnavailable("not recorded: the connection was lost", loss));
                }
            }
            signal.appended();
        } catch (SQLException e) {
            disconnect();
            group.forEach(append -> append.failed(
                    new LogUnavailable("the connection was lost; whether this is recorded is not known yet", loss)));
        }
    }

    private boolean lost() {
        try {
            return connection == null || !connection.isValid(2);
        } catch (SQLException e) {
            return true;
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.getConnection();
            open.setAutoCommit(true);
            open.setNetworkTimeout(Runnable::run, ANSWER_WITHIN_MILLIS);
            fence(open);
            connection = open;
        }
        return open;
    }

    /** Waits until this writer's former session, if there was one, has ended with all it did. */
    private void fence(Connection open) throws SQLException {
        try (PreparedStatement lock = open.prepareStatement("SELECT pg_advisory_lock(hashtextextended(?, 0))")) {
            lock.setQueryTimeout(10);
            lock.setString(1, writer);
            lock.execute();
        } catch (SQLException e) {
            open.close();
            throw e;
        }
    }

    private void release() {
        try (Connection open = connection) {
            if (open != null) {
                open.createStatement().execute("SELECT pg_advisory_unlock_all()");
            }
        } catch (SQLException e) {
            LOG.debug("a lost connection", e);
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try (open) {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("a lost connection", e);
            }
        }
    }
}
