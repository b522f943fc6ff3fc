package io.minutebook.platform.policy;

import io.minutebook.eventlog.EventFamilies;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogReader;
import io.minutebook.eventlog.LogSignal;
import io.minutebook.eventlog.WorkShares;
import io.minutebook.platform.LogReaders;
import io.minutebook.platform.command.Subject;
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
public class PolicyConfiguration {
    @Bean
    LogReaders reactions(
            ObjectProvider<Reaction<?>> reactions,
            List<Subject<?, ?, ?>> subjects,
            EventFamilies families,
            DataSource database,
            EventLog log,
            LogSignal signal,
            WorkShares shares,
            Clock clock) {
        Map<String, Class<?>> familyBySubject = new HashMap<>();
        subjects.forEach(
                subject -> familyBySubject.put(subject.name(), subject.types().family()));
        return new LogReaders(
                reactions.stream()
                        .map(reaction -> new LogReader(
                                reaction.name(),
                                database,
                                log,
                                signal,
                                new Reacting<>(reaction, families, familyBySubject)))
                        .toList(),
                shares,
                clock);
    }
}
