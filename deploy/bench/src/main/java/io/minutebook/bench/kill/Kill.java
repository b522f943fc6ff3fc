package io.minutebook.bench.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kill that happened.
 *
 * @param ready how long until everything took work again
 * @param covered the service of the one instance that was killed while another one was there to take over; else null
 */
record Kill(
        int number,
        Instant at,
        List<Part> victims,
        Duration ready,
        @Nullable String covered) {
    String names() {
        return victims.stream().map(Part::name).collect(Collectors.joining(" and "));
    }
}
