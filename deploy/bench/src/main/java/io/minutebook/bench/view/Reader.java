package io.minutebook.bench.view;

import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.eventlog.WorkShares;
import io.minutebook.followup.view.ledger.LedgerView;
import io.minutebook.platform.topics.TopicReaders;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An instance of the service, as far as it reads for the ledger. */
final class Reader implements AutoCloseable {
    private final HikariDataSource database = new HikariDataSource();
    private final WorkShares shares;

    Reader(String url, Deliveries topics, Turns turns) {
        database.setJdbcUrl(url);
        database.setAutoCommit(false);
        database.setMaximumPoolSize(8);
        LedgerView ledger = LedgerView.over(new JdbcTemplate(database), topics.calls(), topics.cases());
        shares = new WorkShares(database);
        new TopicReaders(
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
