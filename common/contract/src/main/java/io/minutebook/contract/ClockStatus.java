package io.minutebook.contract;

/** How one run of a clock stands. */
public enum ClockStatus {
    RUNNING,
    /** Stands still; what is left of the limit is kept. */
    PAUSED,
    /** The step is no longer owed; no verdict. */
    WITHDRAWN,
    MET,
    BREACHED
}
