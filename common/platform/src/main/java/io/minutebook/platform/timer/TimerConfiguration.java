package io.minutebook.platform.timer;

import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.TimerStore;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.StartRefused;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.CommandConfiguration;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.sites.CalendarWatch;
import io.minutebook.platform.sites.SiteSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Time, limits and timers of a service. */
@AutoConfiguration(before = CommandConfiguration.class)
@EnableConfigurationProperties(SiteSettings.class)
public class TimerConfiguration {
    /**
     * The policies of the moment: who decides asks for them each time. Settings do not change while the service runs.
     *
     * @throws StartRefused for settings that make no sense
     */
    @Bean
    Supplier<SitePolicies> sitePolicies(
            SiteSettings settings, List<AggregateType<?, ?, ?>> types, @Value("${minutebook.service}") String service) {
        SitePolicies book;
        try {
            book = settings.book(
                    types.stream().flatMap(type -> type.clocks().stream()).toList());
        } catch (IllegalArgumentException senseless) {
            throw new StartRefused(service, String.valueOf(senseless.getMessage()));
        }
        return () -> book;
    }

    @Bean
    CalendarWatch calendarWatch(Supplier<SitePolicies> policies, List<AggregateType<?, ?, ?>> types, Clock clock) {
        return new CalendarWatch(
                types.stream().flatMap(type -> type.clocks().stream()).toList(), policies, clock);
    }

    @Bean
    TimerStore dueTimes(DataSource database) {
        return new TimerStore(database);
    }

    @Bean
    DueTimePoller timekeeper(
            TimerStore timerStore,
            Commands commands,
            List<AggregateType<?, ?, ?>> types,
            LeaseCoordinator shares,
            Clock clock,
            SiteSettings settings) {
        DueTimePoller dueTimePoller =
                new DueTimePoller(timerStore, commands, commandsOf(types), clock, settings.lookEvery());
        dueTimePoller.parts().forEach(shares::add);
        return dueTimePoller;
    }

    private static Map<String, AggregateType.TimerCommand> commandsOf(List<AggregateType<?, ?, ?>> types) {
        Map<String, AggregateType.TimerCommand> byType = new HashMap<>();
        for (AggregateType<?, ?, ?> type : types) {
            if (type.timerCommand() != null) {
                byType.put(type.name(), type.timerCommand());
            }
        }
        return byType;
    }
}
