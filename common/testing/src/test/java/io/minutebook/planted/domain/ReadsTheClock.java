package io.minutebook.planted.domain;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Domain whose answers change from call to call. */
public final class ReadsTheClock {
    private ReadsTheClock() {}

    static Supplier<Instant> later() {
        return Instant::now;
    }

    static UUID id() {
        return UUID.randomUUID();
    }
}
