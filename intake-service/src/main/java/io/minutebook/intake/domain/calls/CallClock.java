package io.minutebook.intake.domain.calls;

import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.Limit;
import java.time.Duration;

/** The clocks of a call. */
public enum CallClock implements ClockDefinition {
    /** From the first ring to the answer. */
    ANSWER("answer", "CallReceived", new Limit.Within(Duration.ofSeconds(30))),
    /** How long a customer waits on the line. */
    HOLD("hold", "CallHeld", new Limit.Within(Duration.ofMinutes(2)));

    private final String id;
    private final String startsOn;
    private final Limit limit;

    CallClock(String id, String startsOn, Limit limit) {
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
    public Limit limit() {
        return limit;
    }
}
