package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.Limit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The clocks of a case in intake. */
public enum CaseClock implements ClockDefinition {
    /** From the registration to the end of pre-processing by the manual. */
    PREPROCESS("preprocess", "CaseRegistered", new Limit.Within(Duration.ofMinutes(30))),
    /** From the end of pre-processing to the dispatch or the vendor order. */
    DISPATCH("dispatch", "PreprocessingConcluded", new Limit.Within(Duration.ofMinutes(10))),
    /** What a customer was promised, by the moment that was promised. */
    PROMISE("promise", "PromiseMade", null);

    private final String id;
    private final String startsOn;
    private final @Nullable Limit limit;

    CaseClock(String id, String startsOn, @Nullable Limit limit) {
        this.id = id;
        this.startsOn = startsOn;
        this.limit = limit;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String startsOn() {
        return startsOn;
    }

    @Override
    public @Nullable Limit limit() {
        return limit;
    }
}
