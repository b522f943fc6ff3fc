package io.minutebook.escalation.domain.cases;

/** How far up a case was passed when the engineer alone could not solve it. */
public enum EscalationTier {
    /** The technical expert, who contacts the customer. */
    L2,
    /** The project manager and the partner, for hard faults. */
    L3
}
