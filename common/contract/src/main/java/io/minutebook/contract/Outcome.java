package io.minutebook.contract;

/** What the first line concludes: solved at once, to be dispatched to an engineer, or a matter for the vendor. */
public enum Outcome {
    SOLVED,
    DISPATCH,
    VENDOR
}
