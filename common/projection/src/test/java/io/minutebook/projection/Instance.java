package io.minutebook.projection;

import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.projection.Notes.Incident;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One instance of a service, as far as it reads notes. */
final class Instance implements AutoCloseable {
    private final HikariDataSource database = new HikariDataSource();
    private final LeaseCoordinator shares;
    private final ProjectionRunners readers;

    Instance(TopicsStand stand, Incident incident) {
        database.setJdbcUrl(stand.url);
        database.setAutoCommit(false);
        database.setConnectionTimeout(1000);
        shares = new LeaseCoordinator(database);
        readers = new ProjectionRunners(
                List.of(new Notes(new JdbcTemplate(database), stand.topic, incident)),
                database,
                new JdbcTransactionManager(database),
                InstantSource.system(),
                stand.settings(),
                stand.settings(),
                stand.deadLetters,
                shares);
        shares.start();
    }

    boolean leads() {
        return !readers.leading().isEmpty();
    }

    boolean stuck() {
        return !readers.stuck().isEmpty();
    }

    /** Ends its work and leaves the lead to others. */
    @Override
    public void close() {
        shares.close();
        database.close();
    }
}
