package io.minutebook.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one rule of when a step happened, as a person or another machine states it. */
public final class StepTime {
    /** People give times to the minute (几点几分), and the clocks of two machines differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private StepTime() {}

    /**
     * Returns the stated time, or the time of the decision where none is stated. A time up to a minute before the start of what the step belongs
     * to counts as that start.
     *
     * @param begun when what the step belongs to began
     * @throws Rejected with the code {@code before-the-start} if the stated time is earlier than that
     */
    public static Instant of(@Nullable Instant stated, Instant begun, Decision<?> decision) {
        if (stated == null) {
            return notBefore(begun, decision.now());
        }
        if (stated.isBefore(begun.minus(TOLERANCE))) {
            throw new Rejected("before-the-start", "This cannot have happened before " + begun + ", when it began.");
        }
        return notBefore(begun, stated);
    }

    /** Returns whether one step was taken in an earlier minute than another; within one minute people's times say nothing about the order. */
    public static boolean isEarlier(Instant at, Instant other) {
        return at.truncatedTo(ChronoUnit.MINUTES).isBefore(other.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Returns the given time, or the earliest one possible if that is later. */
    public static Instant notBefore(Instant earliest, Instant at) {
        return at.isBefore(earliest) ? earliest : at;
    }
}
