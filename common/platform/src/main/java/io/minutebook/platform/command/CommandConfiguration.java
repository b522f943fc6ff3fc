package io.minutebook.platform.command;

import static java.util.stream.Collectors.toMap;

import io.minutebook.eventlog.EventFamilies;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogSignal;
import io.minutebook.eventlog.LogStorageEngine;
import io.minutebook.eventlog.Receipts;
import io.minutebook.eventlog.WorkShares;
import io.minutebook.kernel.Occurrence;
import io.minutebook.kernel.PolicyBook;
import io.minutebook.platform.SharedWork;
import io.minutebook.platform.security.SiteAccess;
import io.minutebook.platform.telemetry.TraceHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Wires the log, Axon's command bus and event store over it, and a shell for each of the service's subjects. */
@AutoConfiguration
public class CommandConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Bean
    LogSignal logSignal() {
        return new LogSignal();
    }

    @Bean(destroyMethod = "")
    WorkShares workShares(DataSource database) {
        return new WorkShares(database);
    }

    @Bean
    SharedWork sharedWork(WorkShares shares, EventLog log, Clock clock) {
        return new SharedWork(shares, log, clock);
    }

    @Bean
    EventLog eventLog(DataSource database, LogSignal signal) {
        return new EventLog(database, signal);
    }

    @Bean
    EventFamilies eventFamilies(List<Subject<?, ?, ?>> subjects) {
        return new EventFamilies(subjects.stream().collect(toMap(Subject::name, Subject::types)));
    }

    @Bean
    EventStore eventStore(EventLog log, EventFamilies families) {
        return EmbeddedEventStore.builder()
                .storageEngine(new LogStorageEngine(log, families))
                .build();
    }

    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    @Bean
    Shells subjectShells(
            List<Subject<?, ?, ?>> subjects,
            CommandBus bus,
            EventStore events,
            EventLog log,
            SiteAccess access,
            PolicyBook policies,
            Clock clock,
            Ids ids,
            TraceHeaders traces) {
        Supplier<@Nullable String> trace = () -> {
            AtomicReference<@Nullable String> context = new AtomicReference<>();
            traces.inject((name, value) -> {
                if (name.equals(TraceHeaders.PARENT)) {
                    context.set(value);
                }
            });
            return context.get();
        };
        Map<String, SubjectShell<?, ?, ?>> shells = new LinkedHashMap<>();
        subjects.forEach(subject -> {
            SubjectShell<?, ?, ?> shell = shell(subject, events, log, access, policies, clock, ids, trace);
            records(subject.commands()).forEach(record -> bus.subscribe(record.getName(), shell));
            shells.put(subject.name(), shell);
        });
        return new Shells(shells);
    }

    @Bean
    States states(Shells shells) {
        return new States(shells.bySubject());
    }

    @Bean
    Commands commands(
            Shells shells,
            CommandBus bus,
            DataSource database,
            SiteAccess access,
            @Value("${minutebook.service}") String service) {
        return new Commands(bus, new Receipts(database), access, service);
    }

    @Bean
    FilterRegistrationBean<Idempotency> idempotency() {
        FilterRegistrationBean<Idempotency> filter = new FilterRegistrationBean<>(new Idempotency());
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        return filter;
    }

    /** The shells by subject; a bean, so that nobody sends a command before they are there. */
    record Shells(Map<String, SubjectShell<?, ?, ?>> bySubject) {}

    private static <C, S, E extends Occurrence> SubjectShell<C, S, E> shell(
            Subject<C, S, E> subject,
            EventStore events,
            EventLog log,
            SiteAccess access,
            PolicyBook policies,
            Clock clock,
            Ids ids,
            Supplier<@Nullable String> trace) {
        return new SubjectShell<>(subject, events, log, access, policies, clock, ids, trace);
    }

    private static List<Class<?>> records(Class<?> family) {
        Class<?>[] permitted = family.getPermittedSubclasses();
        return permitted == null
                ? List.of(family)
                : List.of(permitted).stream()
                        .map(CommandConfiguration::records)
                        .flatMap(List::stream)
                        .toList();
    }
}
