package io.minutebook.platform.process;

import io.minutebook.eventlog.AppendSignal;
import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogReader;
import io.minutebook.platform.LogReaderHealth;
import io.minutebook.platform.command.AggregateType;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Runs a service's reactions, each at its own position in the log. */
@AutoConfiguration
public class ProcessConfiguration {
    @Bean
    LogReaderHealth reactions(
            ObjectProvider<Reaction<?>> reactions,
            List<AggregateType<?, ?, ?>> subjects,
            EventCodecs families,
            DataSource database,
            EventLog log,
            AppendSignal signal,
            LeaseCoordinator shares,
            Clock clock) {
        Map<String, Class<?>> familyBySubject = new HashMap<>();
        subjects.forEach(
                subject -> familyBySubject.put(subject.name(), subject.types().family()));
        return new LogReaderHealth(
                reactions.stream()
                        .map(reaction -> new LogReader(
                                reaction.name(),
                                database,
                                log,
                                signal,
                                new ReactionReader<>(reaction, families, familyBySubject)))
                        .toList(),
                shares,
                clock);
    }
}
