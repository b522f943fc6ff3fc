package io.minutebook.intake.api;

import io.minutebook.kernel.Clocks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How one round of a clock stands: RUNNING, PAUSED, MET or BREACHED. */
record ClockResponse(String clock, int round, Instant startedAt, Instant dueAt, String status) {
    /** All of them in the order they started. */
    static List<ClockResponse> of(Clocks clocks) {
        return clocks.byKey().values().stream()
                .sorted(Comparator.comparing(Clocks.ClockRound::startedAt)
                        .thenComparing(Clocks.ClockRound::name)
                        .thenComparing(Clocks.ClockRound::round))
                .map(clock -> new ClockResponse(
                        clock.name(),
                        clock.round(),
                        clock.startedAt(),
                        clock.dueAt(),
                        clock.status().name()))
                .toList();
    }
}
