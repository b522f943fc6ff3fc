package io.minutebook.escalation.domain.cases;

/** How far up a case was passed when those who had it could not solve it. */
public enum EscalationTier {
    /** It was not escalated: a dispatch to an engineer and an order to the vendor are none. */
    L1,
    /** The technical expert, who contacts the customer. */
    L2,
    /** The project manager and the partner, for hard faults. */
    L3
}
