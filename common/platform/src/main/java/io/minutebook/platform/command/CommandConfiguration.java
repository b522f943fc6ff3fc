package io.minutebook.platform.command;

import static java.util.stream.Collectors.toMap;

import io.minutebook.eventlog.AppendSignal;
import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.IdempotencyStore;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogStorageEngine;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.LeaseLifecycle;
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

/** Wires the log, Axon's command bus and event store over it, and a commandHandler for each of the service's subjects. */
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
    AppendSignal logSignal() {
        return new AppendSignal();
    }

    @Bean(destroyMethod = "")
    LeaseCoordinator leaseCoordinator(DataSource database) {
        return new LeaseCoordinator(database);
    }

    @Bean
    LeaseLifecycle leaseLifecycle(LeaseCoordinator shares, EventLog log, Clock clock) {
        return new LeaseLifecycle(shares, log, clock);
    }

    @Bean
    EventLog eventLog(DataSource database, AppendSignal signal) {
        return new EventLog(database, signal);
    }

    @Bean
    EventCodecs eventCodecs(List<AggregateType<?, ?, ?>> subjects) {
        return new EventCodecs(subjects.stream()
                .collect(toMap(AggregateType::name, type -> type.types().verified())));
    }

    @Bean
    EventStore eventStore(EventLog log, EventCodecs families) {
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
    CommandHandlers commandHandlers(
            List<AggregateType<?, ?, ?>> subjects,
            CommandBus bus,
            EventStore events,
            EventLog log,
            SiteAccess access,
            Supplier<SitePolicies> policies,
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
            String traced = context.get();
            return traced != null ? traced : TraceHeaders.none();
        };
        Map<String, AggregateCommandHandler<?, ?, ?>> commandHandlers = new LinkedHashMap<>();
        subjects.forEach(aggregateType -> {
            AggregateCommandHandler<?, ?, ?> commandHandler =
                    commandHandler(aggregateType, events, log, access, policies, clock, ids, trace);
            records(aggregateType.commands()).forEach(record -> bus.subscribe(record.getName(), commandHandler));
            commandHandlers.put(aggregateType.name(), commandHandler);
        });
        return new CommandHandlers(commandHandlers);
    }

    @Bean
    AggregateStates states(CommandHandlers commandHandlers) {
        return new AggregateStates(commandHandlers.bySubject());
    }

    @Bean
    Commands commands(
            CommandHandlers commandHandlers,
            CommandBus bus,
            DataSource database,
            SiteAccess access,
            @Value("${minutebook.service}") String service) {
        return new Commands(bus, new IdempotencyStore(database), access, service);
    }

    @Bean
    FilterRegistrationBean<IdempotencyKeyFilter> idempotency() {
        FilterRegistrationBean<IdempotencyKeyFilter> filter = new FilterRegistrationBean<>(new IdempotencyKeyFilter());
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        return filter;
    }

    /** The command handlers by stream type; a bean, so that nobody sends a command before they are there. */
    record CommandHandlers(Map<String, AggregateCommandHandler<?, ?, ?>> bySubject) {}

    private static <C, S, E extends DomainEvent> AggregateCommandHandler<C, S, E> commandHandler(
            AggregateType<C, S, E> aggregateType,
            EventStore events,
            EventLog log,
            SiteAccess access,
            Supplier<SitePolicies> policies,
            Clock clock,
            Ids ids,
            Supplier<@Nullable String> trace) {
        return new AggregateCommandHandler<>(aggregateType, events, log, access, policies, clock, ids, trace);
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
