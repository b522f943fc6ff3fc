package io.minutebook.escalation.domain;

/** The clocks of a case here, by the names the design gives them. */
final class CaseClock {
    /** From the dispatch to the engineer's answer. */
    static final String REPLY = "reply";

    /** From the dispatch to the solution plan. */
    static final String PLAN = "plan";

    /** From the escalation to the expert's contact with the customer. */
    static final String EXPERT_CONTACT = "expert-contact";

    private CaseClock() {}
}
