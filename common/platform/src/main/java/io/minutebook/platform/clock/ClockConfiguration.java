package io.minutebook.platform.clock;

import static java.util.stream.Collectors.toMap;

import io.minutebook.eventlog.DueTimes;
import io.minutebook.eventlog.WorkShares;
import io.minutebook.kernel.PolicyBook;
import io.minutebook.platform.command.CommandConfiguration;
import io.minutebook.platform.command.Commands;
import java.time.Clock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Time, limits and timers of a service. */
@AutoConfiguration(before = CommandConfiguration.class)
@EnableConfigurationProperties(ClockSettings.class)
public class ClockConfiguration {
    @Bean
    PolicyBook policyBook(ClockSettings settings) {
        return settings.book();
    }

    @Bean
    DueTimes dueTimes(DataSource database) {
        return new DueTimes(database);
    }

    @Bean
    Timekeeper timekeeper(
            DueTimes dueTimes,
            Commands commands,
            ObjectProvider<ClockCommands> makers,
            WorkShares shares,
            Clock clock,
            ClockSettings settings) {
        Timekeeper timekeeper = new Timekeeper(
                dueTimes,
                commands,
                makers.stream().collect(toMap(ClockCommands::subject, Function.identity())),
                clock,
                settings.lookEvery());
        timekeeper.parts().forEach(shares::add);
        return timekeeper;
    }
}
