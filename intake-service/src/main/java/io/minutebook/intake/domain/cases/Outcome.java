package io.minutebook.intake.domain.cases;

/** What pre-processing came to: solved on the spot, a project engineer's work, or a terminal vendor's. */
public enum Outcome {
    SOLVED,
    DISPATCH,
    VENDOR
}
