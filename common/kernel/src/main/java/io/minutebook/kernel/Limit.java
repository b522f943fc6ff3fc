package io.minutebook.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** How long a step may take. */
public sealed interface Limit {
    /**
     * When an act may be done, when to warn and the last moment that meets the limit.
     *
     * @param provisional whether it rests on working days that are not announced yet
     */
    record Window(@Nullable Instant opensAt, @Nullable Instant warnAt, Instant dueAt, boolean provisional) {
        /** A window that nothing will change. */
        public Window(@Nullable Instant opensAt, @Nullable Instant warnAt, Instant dueAt) {
            this(opensAt, warnAt, dueAt, false);
        }

        /** Returns when to warn where pauses have moved the last moment that meets the limit; null for no warning. */
        public @Nullable Instant warnAt(Instant movedDueAt) {
            return warnAt == null ? null : warnAt.plus(Duration.between(dueAt, movedDueAt));
        }
    }

    /** The window of a step that is due from {@code start} on, at a site. */
    Window from(Instant start, Site site);

    /** Wall clock time, day and night; warns when {@code warnShare} of it has gone. */
    record Within(Duration time, double warnShare) implements Limit {
        private static final double WARN_SHARE = 0.8;

        /** Warns when four fifths of the time have gone. */
        public Within(Duration time) {
            this(time, WARN_SHARE);
        }

        @Override
        public Window from(Instant start, Site site) {
            return new Window(null, start.plusMillis((long) (time.toMillis() * warnShare)), start.plus(time));
        }
    }

    /** The moment that was told, such as the time of a promise; warns when four fifths of the time until then have gone. */
    record Until(Instant dueAt) implements Limit {
        @Override
        public Window from(Instant start, Site site) {
            return new Window(
                    null,
                    start.plus(Duration.between(start, dueAt).multipliedBy(4).dividedBy(5)),
                    dueAt);
        }
    }

    /**
     * Whole working days of the site: from a courteous hour of the {@code opens}-th working day after the start to the last second of the
     * {@code closes}-th; warns when that last day begins.
     *
     * @param from the hour, in the site's zone, before which nobody is disturbed
     */
    record WorkingDays(int opens, int closes, LocalTime from) implements Limit {
        @Override
        public Window from(Instant start, Site site) {
            LocalDate day = start.atZone(site.zone()).toLocalDate();
            LocalDate first = site.calendar().plusWorkingDays(day, opens);
            LocalDate last = site.calendar().plusWorkingDays(day, closes);
            return new Window(
                    first.atTime(from).atZone(site.zone()).toInstant(),
                    start(last, site),
                    end(last, site),
                    !site.calendar().isAnnounced(last));
        }

        private static Instant start(LocalDate day, Site site) {
            return day.atStartOfDay(site.zone()).toInstant();
        }

        /** By way of the next day, since a day on which the hour before midnight is repeated ends only with the second one. */
        private static Instant end(LocalDate day, Site site) {
            return start(day.plusDays(1), site).minusSeconds(1);
        }
    }
}
