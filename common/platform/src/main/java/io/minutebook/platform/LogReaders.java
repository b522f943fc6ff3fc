package io.minutebook.platform;

import io.minutebook.eventlog.LogReader;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Readers of the log that run as long as the service does; a reader that is not getting on shows in the health. */
public final class LogReaders implements SmartLifecycle, HealthIndicator {
    private final List<LogReader> readers;
    private volatile boolean running;

    public LogReaders(List<LogReader> readers) {
        this.readers = List.copyOf(readers);
    }

    @Override
    public void start() {
        readers.forEach(LogReader::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        readers.forEach(LogReader::close);
    }

    @Override
    public boolean isRunning() {
        return running;
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
