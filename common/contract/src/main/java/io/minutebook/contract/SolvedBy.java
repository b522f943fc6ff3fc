package io.minutebook.contract;

/** Who solved a fault. */
public enum SolvedBy {
    /** The person who took the case. */
    FIRST_LINE,
    /** An engineer to whom it was dispatched. */
    ENGINEER,
    /** A technical expert of the second line. */
    EXPERT,
    /** The project manager. */
    MANAGER,
    /** A partner. */
    PARTNER,
    /** The terminal's vendor. */
    VENDOR
}
