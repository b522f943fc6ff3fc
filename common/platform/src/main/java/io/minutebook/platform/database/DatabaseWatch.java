package io.minutebook.platform.database;

import io.minutebook.eventlog.BackgroundLoop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the database every second, over a connection of its own, whether it answers. While it does not, the service is not ready, and whoever
 * wants a connection learns of it soon instead of waiting in line.
 */
final class DatabaseWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final String ANSWER_WITHIN_SECONDS = "3";

    private final JdbcConnectionDetails database;
    private final ApplicationContext service;
    private final BackgroundLoop loop =
            new BackgroundLoop(Thread.ofPlatform().daemon().name("database-watch"), EVERY, EVERY, this::look);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean answers = true;
    private @Nullable Connection connection;

    DatabaseWatch(JdbcConnectionDetails database, ApplicationContext service) {
        this.database = database;
        this.service = service;
    }

    /** Returns whether the database answers, or does so again within this time. */
    boolean answersWithin(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            while (!answers && left > 0) {
                left = changed.awaitNanos(left);
            }
            return answers;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(STOP_WITHIN);
        disconnect();
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }

    private void look() throws InterruptedException {
        SQLException failure = ask();
        if (tell(failure == null)) {
            if (failure == null) {
                LOG.info("the database answers again");
            } else {
                LOG.warn("the database does not answer: {}", failure.toString());
            }
            AvailabilityChangeEvent.publish(
                    service, failure == null ? ReadinessState.ACCEPTING_TRAFFIC : ReadinessState.REFUSING_TRAFFIC);
        }
        loop.pause(EVERY);
    }

    /** Returns whether that is news. */
    private boolean tell(boolean now) {
        lock.lock();
        try {
            boolean news = answers != now;
            answers = now;
            changed.signalAll();
            return news;
        } finally {
            lock.unlock();
        }
    }

    /** Returns why it does not answer, null when it does. */
    private @Nullable SQLException ask() {
        try {
            Connection open = connection;
            if (open == null) {
                open = connect();
                connection = open;
            }
            try (Statement statement = open.createStatement()) {
                statement.execute("SELECT 1");
            }
            return null;
        } catch (SQLException e) {
            disconnect();
            return e;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        String user = database.getUsername();
        String password = database.getPassword();
        if (user != null && !user.isBlank() && password != null) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", ANSWER_WITHIN_SECONDS);
        properties.setProperty("loginTimeout", ANSWER_WITHIN_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_WITHIN_SECONDS);
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("a lost connection", e);
            }
        }
    }
}
