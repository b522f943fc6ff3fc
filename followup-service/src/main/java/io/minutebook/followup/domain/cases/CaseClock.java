package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.Limit;
import java.time.Duration;
import java.time.LocalTime;

/** The clocks of a case in followup. */
public enum CaseClock implements ClockDefinition {
    /** From the plan to the call that informs the customer of it. */
    CALLBACK("callback", "SolutionPlanned", new Limit.Within(Duration.ofMinutes(20))),
    /** From the resolution, or where a site says so from the plan, to the clearance (销障). */
    CLEARANCE("clearance", "Resolved", new Limit.Within(Duration.ofMinutes(20))),
    /** The satisfaction survey, one to three working days after the resolution, not before ten in the morning. */
    SURVEY("survey", "Resolved", new Limit.WorkingDays(1, 3, LocalTime.of(10, 0)));

    private final String id;
    private final String startsOn;
    private final Limit limit;

    CaseClock(String id, String startsOn, Limit limit) {
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
