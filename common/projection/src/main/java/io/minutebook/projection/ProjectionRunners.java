package io.minutebook.projection;

import io.minutebook.eventlog.LeaseCoordinator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads for all views of a service; of its instances, for each view the one that has the lease. */
public final class ProjectionRunners {
    private final List<ProjectionRunner> readers;

    /**
     * @param consumerSettings of Kafka, connection and security; how it reads is set here
     * @param deadLetters the topic for records that no view could be made of
     */
    public ProjectionRunners(
            List<Projection> views,
            DataSource database,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Map<String, Object> consumerSettings,
            Map<String, Object> producerSettings,
            String deadLetters,
            LeaseCoordinator shares) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Checkpoints checkpoints = new Checkpoints(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        RebuildRequests rebuildRequests = new RebuildRequests(jdbc);
        ProjectionConsumers projectionConsumers = new ProjectionConsumers(
                checkpoints,
                rebuildRequests,
                new ProjectionDeadLetters(jdbc, transaction, deadLetters, producerSettings),
                transaction,
                clock,
                consumerSettings);
        readers = views.stream()
                .map(view -> new ProjectionRunner(view, projectionConsumers, checkpoints, rebuildRequests, transaction))
                .toList();
        readers.forEach(shares::add);
    }

    /** Records not read yet, by view. */
    public Map<String, Long> lag() {
        Map<String, Long> lag = new java.util.TreeMap<>();
        readers.forEach(reader -> lag.put(reader.view(), reader.lag()));
        return lag;
    }

    /** Views that failed several times in a row and do not move. */
    public List<String> stuck() {
        return readers.stream()
                .filter(reader -> reader.failures() > 3)
                .map(ProjectionRunner::view)
                .toList();
    }

    /** Views that this instance reads for; the others are read for elsewhere, or the lead is being passed on. */
    public List<String> leading() {
        return readers.stream()
                .filter(ProjectionRunner::leading)
                .map(ProjectionRunner::view)
                .toList();
    }
}
