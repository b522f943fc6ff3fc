package io.minutebook.intake.domain.calls;

/** How a call ended. */
public enum Disposition {
    /** The customer was talked to and has no further question. */
    COMPLETED,
    /** The customer hung up before anybody answered, or while waiting. */
    ABANDONED,
    /** Nobody spoke, after the script for silent calls (无声电话). */
    SILENT,
    /** Too much noise to understand, after its script (杂音). */
    NOISE,
    /** The mobile's signal was too weak, after its script (信号不好). */
    WEAK_SIGNAL,
    /** Somebody else has the customer now, on another line. */
    HANDED_OVER
}
