package io.minutebook.bench.log;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** The JDBC event store of stock Axon 4.13 with its own PostgreSQL schema and every setting as it comes. */
final class StockLog implements Target {
    /** What its events say. */
    public record Happened(String text) {}

    private static final String BY_HAND = """
            INSERT INTO DomainEventEntry (eventIdentifier, aggregateIdentifier, sequenceNumber, type, timeStamp, payloadType, payload, metaData)
            VALUES (?, ?, ?, 'case', ?, ?, ?, ?)""";
    private static final byte[] PAYLOAD = "{\"text\":\"几点几分\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] META = "{}".getBytes(StandardCharsets.UTF_8);

    private final String url;
    private final HikariDataSource pool;
    private final EventStore store;

    StockLog(String url) {
        this.url = url;
        this.pool = OurLog.pool(url);
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool)))
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    EventStore store() {
        return store;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public void insert(Connection connection, List<AdversaryEvent> entries, Clock clock) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BY_HAND)) {
            for (AdversaryEvent adversaryEvent : entries) {
                insert.setString(1, adversaryEvent.id().toString());
                insert.setString(2, adversaryEvent.stream().toString());
                insert.setLong(3, adversaryEvent.sequence());
                insert.setString(4, clock.instant().toString());
                insert.setString(5, Happened.class.getName());
                insert.setBytes(6, PAYLOAD);
                insert.setBytes(7, META);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void waste(Connection connection, int positions) throws SQLException {
        Wasted.positions(connection, "domainevententry", "globalindex", positions);
    }

    @Override
    public void append(List<AdversaryEvent> entries, Clock clock) throws Conflict, SQLException {
        try {
            DefaultUnitOfWork.startAndGet(null)
                    .execute(() -> store.publish(entries.stream()
                            .map(adversaryEvent -> new GenericDomainEventMessage<>(
                                    "case",
                                    adversaryEvent.stream().toString(),
                                    adversaryEvent.sequence(),
                                    new Happened("几点几分"),
                                    Map.of(),
                                    adversaryEvent.id().toString(),
                                    clock.instant()))
                            .toList()));
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            throw new Conflict(e);
        } catch (RuntimeException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public Set<UUID> stored(UUID stream) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT eventIdentifier FROM DomainEventEntry WHERE aggregateIdentifier = ?")) {
            select.setString(1, stream.toString());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    ids.add(UUID.fromString(String.valueOf(found.getString(1))));
                }
            }
        }
        return ids;
    }

    /** Where each event stands. */
    Map<UUID, Long> positions() throws SQLException {
        Map<UUID, Long> positions = new HashMap<>();
        try (Connection connection = connect();
                Statement select = connection.createStatement();
                ResultSet found = select.executeQuery("SELECT eventIdentifier, globalIndex FROM DomainEventEntry")) {
            while (found.next()) {
                positions.put(UUID.fromString(String.valueOf(found.getString(1))), found.getLong(2));
            }
        }
        return positions;
    }

    @Override
    public long next(UUID stream) throws SQLException {
        return stored(stream).size();
    }

    @Override
    public void close() {
        pool.close();
    }
}
