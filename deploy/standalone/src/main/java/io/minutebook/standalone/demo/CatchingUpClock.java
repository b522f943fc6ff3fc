package io.minutebook.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that can be set back once and then hurries towards now. It goes fast only up to the next moment somebody
 * names, and from there at normal speed, so that what is done at that moment takes as long as it takes. It never runs
 * backwards once it hurries, and never ahead of the real time; having caught up, it is the real time.
 */
public final class CatchingUpClock extends Clock {
    private final InstantSource real;
    private Instant shown;
    private Instant since;
    private Instant target;
    private double speed = 1;

    public CatchingUpClock() {
        this(InstantSource.system());
    }

    CatchingUpClock(InstantSource real) {
        this.real = real;
        this.since = real.instant();
        this.shown = since;
        this.target = since;
    }

    /** Only while nothing was recorded yet: everybody who asked before sees time go back. */
    synchronized void setBack(Duration time) {
        since = real.instant();
        shown = since.minus(time);
        target = shown;
    }

    /** Hurries up to this moment at so many times the normal speed. */
    synchronized void hurryTo(Instant moment, double times) {
        Instant now = real.instant();
        shown = at(now);
        since = now;
        target = moment.isAfter(shown) ? moment : shown;
        speed = times;
    }

    /** How much real time will have passed when it shows this moment; none if it does already. */
    synchronized Duration until(Instant moment) {
        Duration ahead = Duration.between(instant(), moment);
        return ahead.isNegative() ? Duration.ZERO : divided(ahead);
    }

    synchronized boolean caughtUp() {
        Instant now = real.instant();
        return at(now).equals(now);
    }

    @Override
    public synchronized Instant instant() {
        return at(real.instant());
    }

    private Instant at(Instant now) {
        Duration passed = Duration.between(since, now);
        Duration hurried = divided(Duration.between(shown, target));
        Instant at = passed.compareTo(hurried) < 0
                ? shown.plusNanos((long) (passed.toNanos() * speed))
                : target.plus(passed.minus(hurried));
        return at.isAfter(now) ? now : at;
    }

    private Duration divided(Duration time) {
        return Duration.ofNanos((long) (time.toNanos() / speed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        CatchingUpClock same = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return same.withZone(other);
            }

            @Override
            public Instant instant() {
                return same.instant();
            }
        };
    }
}
