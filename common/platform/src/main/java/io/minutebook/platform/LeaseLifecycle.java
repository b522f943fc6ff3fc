package io.minutebook.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.eventlog.LogUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** What goes on in a service beside its requests, from the start of its context to its end. Makes room in the log for the coming months, too. */
public final class LeaseLifecycle implements SmartLifecycle, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseLifecycle.class);

    private final LeaseCoordinator shares;
    private final EventLog log;
    private final Clock clock;
    private final ScheduledExecutorService hours =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private volatile boolean running;

    public LeaseLifecycle(LeaseCoordinator shares, EventLog log, Clock clock) {
        this.shares = shares;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void start() {
        log.requireOwnTransactionIds();
        prepareMonths();
        hours.scheduleWithFixedDelay(this::prepareMonths, 1, 1, TimeUnit.HOURS);
        shares.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        hours.shutdownNow();
        shares.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        TimeGauge.builder("minutebook.log.held", this::heldMillis, TimeUnit.MILLISECONDS)
                .description(
                        "Age of the oldest event that readers must not see yet, because an older transaction still runs")
                .register(meters);
        Gauge.builder("minutebook.log.queued", log::queued)
                .description("Commands whose events wait for the next group")
                .register(meters);
    }

    private long heldMillis() {
        return log.heldSince()
                .map(since ->
                        Math.max(0, Duration.between(since, clock.instant()).toMillis()))
                .orElse(0L);
    }

    private void prepareMonths() {
        try {
            log.prepareMonths();
        } catch (LogUnavailable e) {
            LOG.warn("the next months' partitions are made in an hour; until then their events are in event_other", e);
        }
    }
}
