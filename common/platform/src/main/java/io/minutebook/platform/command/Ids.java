package io.minutebook.platform.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Time-ordered ids (UUID version 7) by the application's clock; within a process each is greater than the one before. */
public final class Ids implements Supplier<UUID> {
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long ticks = last.updateAndGet(previous -> Math.max(previous + 1, clock.millis() << COUNTER_BITS));
        long high = (ticks >>> COUNTER_BITS) << 16 | 0x7000L | (ticks & 0xFFF);
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    @Override
    public UUID get() {
        return next();
    }
}
