package io.minutebook.intake.domain;

import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a step happened, as a person states it. */
public final class Stated {
    /** How far the clocks of two machines may differ before a step counts as told in the wrong order. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private Stated() {}

    /** The stated time, or now; never before what the step belongs to began. */
    public static Instant at(@Nullable Instant stated, Instant begun, Decision<?> decision) {
        if (stated == null) {
            return decision.now().isBefore(begun) ? begun : decision.now();
        }
        if (stated.isBefore(begun.minus(SKEW))) {
            throw new Rejected("before-the-start", "This cannot have happened before " + begun + ", when it began.");
        }
        return stated.isBefore(begun) ? begun : stated;
    }
}
