package io.minutebook.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** How long a step may take. */
public sealed interface Limit {
    /** When a step may be taken, when to warn and the last moment that meets the limit. */
    record Window(@Nullable Instant opensAt, @Nullable Instant warnAt, Instant dueAt) {}

    /** The window of a step that is due from {@code start} on, at a site. */
    Window from(Instant start, Site site);

    /** Wall clock time, day and night; warns when {@code warnShare} of it has gone. */
    record Within(Duration time, double warnShare) implements Limit {
        @Override
        public Window from(Instant start, Site site) {
            return new Window(null, start.plusMillis((long) (time.toMillis() * warnShare)), start.plus(time));
        }
    }

    /**
     * Whole working days of the site: from the first second of the {@code opens}-th working day after the start to the last second of the
     * {@code closes}-th; warns when that last day begins.
     */
    record WorkingDays(int opens, int closes) implements Limit {
        @Override
        public Window from(Instant start, Site site) {
            LocalDate day = start.atZone(site.zone()).toLocalDate();
            LocalDate last = site.calendar().plusWorkingDays(day, closes);
            return new Window(
                    site.calendar()
                            .plusWorkingDays(day, opens)
                            .atStartOfDay(site.zone())
                            .toInstant(),
                    last.atStartOfDay(site.zone()).toInstant(),
                    last.atTime(LocalTime.of(23, 59, 59)).atZone(site.zone()).toInstant());
        }
    }
}
