package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.Limit;
import java.time.Duration;

/** The clocks of a case in escalation. */
public enum CaseClock implements ClockDefinition {
    /** From the dispatch to the engineer's answer. */
    REPLY("reply", "FaultDispatched", new Limit.Within(Duration.ofMinutes(30))),
    /** From the dispatch to the solution plan. */
    PLAN("plan", "FaultDispatched", new Limit.Within(Duration.ofHours(24))),
    /** From the escalation to the expert's contact with the customer. */
    EXPERT_CONTACT("expert-contact", "EscalatedToL2", new Limit.Within(Duration.ofHours(24)));

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
