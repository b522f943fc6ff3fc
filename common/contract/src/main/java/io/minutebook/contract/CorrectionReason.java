package io.minutebook.contract;

/** Why what was said of a clock is said anew. */
public enum CorrectionReason {
    /** A step that was entered late had happened before. */
    LATE_ENTRY,
    /** The act was done after the clock was breached: the verdict stands and rests on the act now. */
    COMPLETED,
    /** That work had stood still was entered later. */
    PAUSE_ENTERED,
    /** The clock started from an earlier event, which was entered later. */
    START_MOVED,
    /** The working days that its limit rests on have been announced. */
    CALENDAR_ANNOUNCED
}
