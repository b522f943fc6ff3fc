package io.minutebook.pages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One clock as it is drawn: how much of its limit has gone, where it warns, how it ended. The drawing is 100 wide and grows to the right
 * until the limit stands at its end; time beyond the limit pushes the limit's mark to the left.
 *
 * @param name the clock's fixed name, such as {@code reply}
 * @param elapsed time on the clock, pauses left out
 * @param warnAfter time on the clock at which it warns
 */
public record ClockBar(
        String name,
        State state,
        Duration elapsed,
        Duration limit,
        @Nullable Duration warnAfter) {
    /** How a clock stands. */
    public enum State {
        RUNNING,
        WARNED,
        PAUSED,
        MET,
        BREACHED
    }

    /** The word styles and messages go by. */
    public String word() {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    public double used() {
        return place(elapsed.compareTo(limit) < 0 ? elapsed : limit);
    }

    public double over() {
        return Math.max(0, place(elapsed) - place(limit));
    }

    public double limitMark() {
        return place(limit);
    }

    public double warnMark() {
        return warnAfter == null ? -1 : place(warnAfter);
    }

    /** What is left, negative once the limit is passed. */
    public Duration left() {
        return limit.minus(elapsed);
    }

    private double place(Duration time) {
        double whole = Math.max(1, Math.max(elapsed.toMillis(), limit.toMillis()));
        return Math.round(Math.max(0, time.toMillis()) / whole * 1000) / 10.0;
    }
}
