package io.minutebook.platform.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.projection.Projection;
import io.minutebook.projection.ProjectionRunners;
import io.minutebook.projection.RebuildRequests;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** For a service with views over topics: imported beside them. Their tables are {@code view_position}, {@code view_rebuild}, {@code view_dead_record}. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {
    @Bean
    ProjectionRunners topicReaders(
            List<Projection> views,
            DataSource database,
            PlatformTransactionManager transactions,
            InstantSource clock,
            KafkaProperties kafka,
            LeaseCoordinator shares,
            @Value("${minutebook.service}") String service) {
        return new ProjectionRunners(
                views,
                database,
                transactions,
                clock,
                kafka.buildConsumerProperties(),
                kafka.buildProducerProperties(),
                Topics.deadLetters(service),
                shares);
    }

    @Bean
    RebuildRequests rebuilds(JdbcTemplate jdbc) {
        return new RebuildRequests(jdbc);
    }

    @Bean
    HealthIndicator viewsHealthIndicator(ProjectionRunners readers) {
        return () -> (readers.stuck().isEmpty() ? Health.up() : Health.down())
                .withDetail("lag", readers.lag())
                .withDetail("leading", readers.leading())
                .withDetail("stuck", readers.stuck())
                .build();
    }

    @Bean
    Object viewLagGauges(ProjectionRunners readers, MeterRegistry registry) {
        readers.lag()
                .keySet()
                .forEach(view -> Gauge.builder(
                                "minutebook.view.lag",
                                readers,
                                found -> found.lag().getOrDefault(view, 0L))
                        .description("Records that the view has not read yet")
                        .tag("view", view)
                        .register(registry));
        return new Object();
    }
}
