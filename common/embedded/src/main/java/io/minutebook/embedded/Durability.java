package io.minutebook.embedded;

/** What a commit or a send that was acknowledged survives. */
public enum Durability {
    /** A crash of process and machine: every acknowledgement waits for the disk. */
    FULL,
    /** Nothing is promised; for unit-level tests, where the data lives no longer than the test. */
    NONE
}
