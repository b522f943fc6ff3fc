package io.minutebook.escalation.domain.cases;

/**
 * Who solved a fault. First line (L1) solves in intake and never here. An engineer to whom a fault was dispatched is second line, like the
 * technical expert: so L1 keeps its one meaning, "solved without passing the case on", and whether an expert was called in is told by
 * EscalatedToL2, not by the tier.
 */
public enum Tier {
    /** The project engineer, or the technical expert. */
    L2,
    /** The project manager together with the partner. */
    L3,
    /** The maker of the terminal. */
    VENDOR
}
