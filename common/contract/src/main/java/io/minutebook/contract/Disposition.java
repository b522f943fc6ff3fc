package io.minutebook.contract;

/** How a call ended: talked to its end, given up by the caller, nobody heard, noise, weak signal, or handed over to others. */
public enum Disposition {
    COMPLETED,
    ABANDONED,
    SILENT,
    NOISE,
    WEAK_SIGNAL,
    HANDED_OVER
}
