package io.minutebook.bench.view;

import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.followup.view.ledger.LedgerProjection;
import io.minutebook.projection.ProjectionRunners;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An instance of the service, as far as it reads for the ledger. */
final class Reader implements AutoCloseable {
    private final HikariDataSource database = new HikariDataSource();
    private final LeaseCoordinator shares;

    Reader(String url, Deliveries topics, Turns turns) {
        database.setJdbcUrl(url);
        database.setAutoCommit(false);
        database.setMaximumPoolSize(8);
        LedgerProjection ledger = LedgerProjection.over(new JdbcTemplate(database), topics.calls(), topics.cases());
        shares = new LeaseCoordinator(database);
        new ProjectionRunners(
                List.of(turns.watch(ledger, this)),
                database,
                new JdbcTransactionManager(database),
                InstantSource.system(),
                topics.kafka(),
                topics.kafka(),
                topics.deadLetters(),
                shares);
        shares.start();
    }

    @Override
    public void close() {
        shares.close();
        database.close();
    }
}
