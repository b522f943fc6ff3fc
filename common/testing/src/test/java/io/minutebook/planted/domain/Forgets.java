package io.minutebook.planted.domain;

import java.time.DayOfWeek;

/** Domain that does not name its cases. */
public final class Forgets {
    private Forgets() {}

    static int hours(DayOfWeek day) {
        return switch (day) {
            case SUNDAY -> 0;
            default -> 8;
        };
    }
}
