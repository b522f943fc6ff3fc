package io.minutebook.platform.timer;

import static java.util.stream.Collectors.toMap;

import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.TimerStore;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.command.CommandConfiguration;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.sites.SiteSettings;
import java.time.Clock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Time, limits and timers of a service. */
@AutoConfiguration(before = CommandConfiguration.class)
@EnableConfigurationProperties(SiteSettings.class)
public class TimerConfiguration {
    @Bean
    SitePolicies policyBook(SiteSettings settings) {
        return settings.book();
    }

    @Bean
    TimerStore dueTimes(DataSource database) {
        return new TimerStore(database);
    }

    @Bean
    DueTimePoller timekeeper(
            TimerStore timerStore,
            Commands commands,
            ObjectProvider<TimerCommands> makers,
            LeaseCoordinator shares,
            Clock clock,
            SiteSettings settings) {
        DueTimePoller dueTimePoller = new DueTimePoller(
                timerStore,
                commands,
                makers.stream().collect(toMap(TimerCommands::subject, Function.identity())),
                clock,
                settings.lookEvery());
        dueTimePoller.parts().forEach(shares::add);
        return dueTimePoller;
    }
}
