package io.minutebook.intake.api;

import io.minutebook.kernel.Clocks;
import java.time.Instant;
import java.util.List;

/** How one run of a clock stands: RUNNING, PAUSED, MET, BREACHED or WITHDRAWN. */
record ClockResponse(String clock, int round, Instant startedAt, Instant dueAt, String status) {
    /** All of them in the order they started. */
    static List<ClockResponse> of(Clocks clocks) {
        return clocks.inOrder().stream()
                .map(clock -> new ClockResponse(
                        clock.name(),
                        clock.round(),
                        clock.startedAt(),
                        clock.dueAt(),
                        clock.status().name()))
                .toList();
    }
}
