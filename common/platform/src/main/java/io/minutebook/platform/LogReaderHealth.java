package io.minutebook.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Readers of the log, shared between the service's instances; a reader that is not getting on shows in the health. */
public final class LogReaderHealth implements HealthIndicator, MeterBinder {
    private final List<LogReader> readers;
    private final Clock clock;

    public LogReaderHealth(List<LogReader> readers, LeaseCoordinator shares, Clock clock) {
        this.readers = List.copyOf(readers);
        this.clock = clock;
        this.readers.forEach(shares::add);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        readers.forEach(reader -> TimeGauge.builder(
                        "minutebook.reader.behind", () -> behind(reader), TimeUnit.MILLISECONDS)
                .description("Age of the oldest recorded event that the reader has not done; 0 when it has done all")
                .tag("reader", reader.name())
                .register(meters));
    }

    private long behind(LogReader reader) {
        Instant oldest = reader.workingOn();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis());
    }

    @Override
    public Health health() {
        Health.Builder health =
                readers.stream().allMatch(reader -> reader.trouble() == null) ? Health.up() : Health.status("DEGRADED");
        readers.forEach(reader -> health.withDetail(
                reader.name(),
                reader.trouble() != null ? "not getting on" : reader.leading() ? "leading" : "standing by"));
        return health.build();
    }
}
