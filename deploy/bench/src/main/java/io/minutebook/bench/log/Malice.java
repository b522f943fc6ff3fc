package io.minutebook.bench.log;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/**
 * How bad the adversary is.
 *
 * @param events how many committed events it stops after
 * @param longestHeld how long a transaction stays open at most
 * @param jump how many positions are wasted at once at most
 * @param clocksOff how far the writers' clocks are off at most, both ways
 */
public record Malice(int events, int writers, Duration longestHeld, int jump, Duration clocksOff, long seed) {
    /** For every build. */
    public static Malice brief(int events) {
        return new Malice(events, 16, Duration.ofMillis(500), 40, Duration.ofHours(1), 20261122);
    }

    /** For the long run. */
    public static Malice lasting(int events) {
        return new Malice(events, 64, Duration.ofSeconds(20), 2_000, Duration.ofHours(1), System.nanoTime());
    }

    Random random(int writer) {
        return new Random(seed * 31 + writer);
    }

    /** The first writer's clock is right; the others are off by up to {@code clocksOff}. */
    Clock clock(int writer, Random random) {
        long off = clocksOff.toMillis();
        return writer == 0
                ? Clock.systemUTC()
                : Clock.offset(Clock.systemUTC(), Duration.ofMillis(random.nextLong(-off, off + 1)));
    }

    /** Most are held briefly, a few very long. */
    Duration held(Random random) {
        return Duration.ofMillis((long) (longestHeld.toMillis() * Math.pow(random.nextDouble(), 5)));
    }
}
