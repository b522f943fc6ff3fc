package io.minutebook.contract;

/** Why what was said of a clock is said anew. */
public enum CorrectionReason {
    /** The step was taken after the clock was breached; the verdict stands and rests on the step now. */
    COMPLETED
}
