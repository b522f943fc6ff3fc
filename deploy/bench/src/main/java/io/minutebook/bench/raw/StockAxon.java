package io.minutebook.bench.raw;

import com.thoughtworks.xstream.XStream;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.bench.load.ClosedLoop;
import io.minutebook.bench.load.Work;
import io.minutebook.platform.command.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.xml.CompactDriver;
import org.axonframework.serialization.xml.XStreamSerializer;

/**
 * Axon 4.13 with its JDBC engine as it comes: annotated aggregate, default serializer, no cache. Of its transactions only the append's own
 * remains (autocommit), which spares it two round trips a command.
 */
public final class StockAxon implements AutoCloseable {
    private final HikariDataSource database;
    private final Configuration axon;
    private final List<String> cases = new ArrayList<>();

    public StockAxon(String url, int threads, int open) throws Exception {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(threads * 2);
        database = new HikariDataSource(pool);
        var xstream = new XStream(new CompactDriver());
        xstream.allowTypesByWildcard(new String[] {"io.minutebook.bench.raw.**", "org.axonframework.**"});
        var serializer = XStreamSerializer.builder().xStream(xstream).build();
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new DataSourceConnectionProvider(database))
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureEmbeddedEventStore(configuration -> engine)
                .configureAggregate(StockCase.class)
                .start();
        var ids = new Ids(Clock.systemUTC());
        for (int i = 0; i < open; i++) {
            cases.add(ids.next().toString());
        }
        var next = new AtomicInteger();
        ClosedLoop.times(
                threads, open, thread -> () -> send(new StockCase.Open(cases.get(next.getAndIncrement()), "chen")));
    }

    /** Word on how the work goes, on any of the cases. */
    public Work progress(String note) {
        return thread -> () ->
                send(new StockCase.Report(cases.get(ThreadLocalRandom.current().nextInt(cases.size())), note));
    }

    private void send(Object command) {
        axon.commandGateway().sendAndWait(command);
    }

    @Override
    public void close() {
        axon.shutdown();
        database.close();
    }
}
