package io.minutebook.intake.domain;

/** What pre-processing came to: solved on the spot, a project engineer's work, or a terminal vendor's. */
public enum Outcome {
    SOLVED,
    DISPATCH,
    VENDOR
}
