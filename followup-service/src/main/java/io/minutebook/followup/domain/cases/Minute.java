package io.minutebook.followup.domain.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** People give times to the minute (几点几分), so times are compared by it where a person's word is weighed. */
final class Minute {
    private Minute() {}

    static Instant of(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
