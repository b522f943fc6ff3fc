package io.minutebook.platform.sites;

import io.minutebook.eventlog.BackgroundLoop;
import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.SitePolicies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Warns the operators from November on, at the start and once a day, while the working days of the next year are not announced. */
public final class CalendarWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String OTHERS = "sites that nobody has described";

    private final Supplier<SitePolicies> policies;
    private final Clock clock;
    private final boolean needed;
    private final BackgroundLoop loop =
            new BackgroundLoop(Thread.ofVirtual().name("calendar-watch"), A_DAY, A_DAY, this::watch);

    /** @param clocks of the service; where none counts working days there is nothing to watch */
    public CalendarWatch(Collection<? extends ClockDefinition> clocks, Supplier<SitePolicies> policies, Clock clock) {
        this.needed = clocks.stream().anyMatch(each -> each.limit() instanceof Limit.WorkingDays);
        this.policies = policies;
        this.clock = clock;
    }

    private void watch() throws InterruptedException {
        List<String> missing = missing(policies.get(), clock.instant());
        if (!missing.isEmpty()) {
            LOG.warn(
                    "the working days of the next year are not announced, due times that fall into it are provisional: {}",
                    String.join(", ", missing));
        }
        loop.pause(A_DAY);
    }

    /** Returns the sites at which it is November or later and the next year is not announced. */
    static List<String> missing(SitePolicies policies, Instant now) {
        return Stream.concat(policies.sites().stream(), Stream.of(policies.site(OTHERS)))
                .filter(site -> {
                    LocalDate today = now.atZone(site.zone()).toLocalDate();
                    return today.getMonthValue() >= Month.NOVEMBER.getValue()
                            && !site.calendar().isAnnounced(LocalDate.of(today.getYear() + 1, Month.DECEMBER, 31));
                })
                .map(site -> site.id())
                .toList();
    }

    @Override
    public void start() {
        if (needed) {
            loop.start();
        }
    }

    @Override
    public void stop() {
        loop.stop(Duration.ofSeconds(1));
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }
}
