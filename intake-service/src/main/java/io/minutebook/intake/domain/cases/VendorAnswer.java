package io.minutebook.intake.domain.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of an order: a plan or, where there is none yet, the difficulty and the next steps.
 *
 * @param expectedDoneBy until when the vendor expects to be done; null where it was not said
 */
public record VendorAnswer(
        @Nullable String plan,
        @Nullable Instant expectedDoneBy,
        @Nullable String difficulty,
        @Nullable String nextSteps) {
    /** Returns whether it says enough to be an answer. */
    boolean complete() {
        return given(plan) || (given(difficulty) && given(nextSteps));
    }

    boolean hasPlan() {
        return given(plan);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
