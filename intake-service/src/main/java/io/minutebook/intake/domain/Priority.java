package io.minutebook.intake.domain;

/** How much a case hurries; clocks may be set differently for each. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
