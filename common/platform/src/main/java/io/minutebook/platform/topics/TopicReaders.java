package io.minutebook.platform.topics;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads for all views of a service, from the start of its context to its end. */
public final class TopicReaders implements SmartLifecycle {
    private final List<TopicReader> readers;

    /**
     * @param consumerSettings of Kafka, connection and security; how it reads is set here
     * @param deadLetters the topic for records that no view could be made of
     */
    public TopicReaders(
            List<TopicView> views,
            DataSource database,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Map<String, Object> consumerSettings,
            Map<String, Object> producerSettings,
            String deadLetters) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Positions positions = new Positions(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Rebuilds rebuilds = new Rebuilds(jdbc);
        Passes passes = new Passes(
                positions,
                rebuilds,
                new DeadRecords(jdbc, transaction, deadLetters, producerSettings),
                transaction,
                clock,
                consumerSettings);
        readers = views.stream()
                .map(view -> new TopicReader(
                        view, passes, positions, rebuilds, transaction, new Lead(database, view.name())))
                .toList();
    }

    /** Records not read yet, by view. */
    public Map<String, Long> lag() {
        Map<String, Long> lag = new java.util.TreeMap<>();
        readers.forEach(reader -> lag.put(reader.name(), reader.lag()));
        return lag;
    }

    /** Views that failed several times in a row and do not move. */
    public List<String> stuck() {
        return readers.stream()
                .filter(reader -> reader.failures() > 3)
                .map(TopicReader::name)
                .toList();
    }

    /** Views that this instance reads for; the others are read for elsewhere, or the lead is being passed on. */
    public List<String> leading() {
        return readers.stream()
                .filter(TopicReader::leading)
                .map(TopicReader::name)
                .toList();
    }

    @Override
    public void start() {
        readers.forEach(TopicReader::start);
    }

    @Override
    public void stop() {
        readers.forEach(TopicReader::stop);
    }

    @Override
    public boolean isRunning() {
        return readers.stream().anyMatch(TopicReader::isRunning);
    }
}
