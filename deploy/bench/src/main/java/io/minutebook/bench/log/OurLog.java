package io.minutebook.bench.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.eventlog.AppendAttachments;
import io.minutebook.eventlog.AppendSignal;
import io.minutebook.eventlog.EncodedEvent;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogUnavailable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.flywaydb.core.Flyway;

/** Minutebook's own log on a database of its own, and the table as somebody sees it who writes into it by hand. */
final class OurLog implements Target {
    private static final String BY_HAND = """
            INSERT INTO event (event_id, stream, sequence, type, occurred_at, recorded_at, actor, payload)
            VALUES (?, ?, ?, (SELECT id FROM event_type WHERE subject = ? AND name = ?), ?, ?, 'adversary', ?)""";
    private static final int MONTHS_PREPARED = 3;

    /** What the events of a trial are. */
    record Kind(String subject, String type, byte[] payload) {
        static final Kind CASE = new Kind("case", "trial.Happened", json("{\"text\":\"几点几分\"}"));
        static final Kind TALLY = new Kind("tally", "trial.Said", json("{\"at\":\"2026-11-22T08:00:00Z\",\"line\":1}"));

        private static byte[] json(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final String url;
    private final Kind kind;
    private final HikariDataSource pool;
    private final AppendSignal signal = new AppendSignal();
    private final EventLog log;

    OurLog(String url, Kind kind) {
        this.url = url;
        this.kind = kind;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/eventlog")
                .placeholders(Map.of("service_role", ""))
                .load()
                .migrate();
        this.pool = pool(url);
        this.log = new EventLog(pool, signal);
        try (Connection connection = DriverManager.getConnection(url)) {
            log.prepareMonths();
            try (PreparedStatement type =
                    connection.prepareStatement("INSERT INTO event_type (subject, name, version) VALUES (?, ?, 1)")) {
                type.setString(1, kind.subject());
                type.setString(2, kind.type());
                type.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    String url() {
        return url;
    }

    EventLog log() {
        return log;
    }

    AppendSignal signal() {
        return signal;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.createStatement().execute("SET idle_in_transaction_session_timeout = 0");
        return connection;
    }

    @Override
    public void insert(Connection connection, List<AdversaryEvent> entries, Clock clock) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BY_HAND)) {
            for (AdversaryEvent adversaryEvent : entries) {
                insert.setObject(1, adversaryEvent.id());
                insert.setObject(2, adversaryEvent.stream());
                insert.setLong(3, adversaryEvent.sequence());
                insert.setString(4, kind.subject());
                insert.setString(5, kind.type());
                insert.setObject(6, clock.instant().minusSeconds(5).atOffset(ZoneOffset.UTC));
                insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setBytes(8, kind.payload());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void waste(Connection connection, int positions) throws SQLException {
        Wasted.positions(connection, "event", "position", positions);
    }

    /** Makes the next month's partition: what stands in {@code event_other} of that month moves over. */
    @Override
    public void disturb(int time) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement make = connection.prepareStatement(
                        "SELECT event_partition((date_trunc('month', now() AT TIME ZONE 'UTC') + ? * interval '1 month')::date)")) {
            make.setInt(1, MONTHS_PREPARED + time);
            make.execute();
        }
    }

    @Override
    public void append(List<AdversaryEvent> entries, Clock clock) throws Conflict, SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            log.append(
                    entries.stream()
                            .map(adversaryEvent -> event(adversaryEvent, now))
                            .toList(),
                    AppendAttachments.NONE);
        } catch (ConcurrencyException e) {
            throw new Conflict(e);
        } catch (LogUnavailable e) {
            throw new SQLException(e);
        }
    }

    @Override
    public Set<UUID> stored(UUID stream) {
        return log.stream(stream, 0).stream().map(row -> row.event().eventId()).collect(Collectors.toSet());
    }

    @Override
    public long next(UUID stream) {
        return log.stream(stream, 0).size();
    }

    @Override
    public void close() {
        log.close();
        pool.close();
    }

    private EncodedEvent event(AdversaryEvent adversaryEvent, Instant now) {
        return new EncodedEvent(
                adversaryEvent.id(),
                kind.subject(),
                adversaryEvent.stream(),
                adversaryEvent.sequence(),
                kind.type(),
                1,
                now.minusSeconds(5),
                now,
                null,
                adversaryEvent.stream().toString(),
                "somebody",
                "site",
                null,
                kind.payload());
    }
}
