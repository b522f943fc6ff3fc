package io.minutebook.planted.record;

import java.time.Instant;

/** A record that comes to something else each time it is asked. */
public final class RecordReadsTheClock {
    private RecordReadsTheClock() {}

    static Instant now() {
        return Instant.now();
    }
}
