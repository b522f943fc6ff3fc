package io.minutebook.intake.domain.cases;

import java.util.Locale;

/** How much a case hurries; clocks may be set differently for each. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** The word policies and other services know it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
