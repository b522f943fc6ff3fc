package io.minutebook.followup.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a customer who was not reached is called again: from {@code from} on, by {@code until}. The hours in which customers are called are a guess;
 * no source names any.
 */
public record NextAttempt(Instant from, Instant until) {
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(20, 0);

    /**
     * Returns when to call again: not before the limit has gone, and then within the limit, both counted where it is between eight and twenty
     * o'clock.
     */
    static NextAttempt after(Instant attempt, Duration limit, ZoneId zone) {
        Instant from = courteous(attempt.plus(limit), zone);
        return new NextAttempt(from, withinHours(from, limit, zone));
    }

    private static Instant courteous(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        if (local.toLocalTime().isBefore(OPENS)) {
            return local.with(OPENS).toInstant();
        }
        return local.toLocalTime().isBefore(CLOSES) ? at : nextMorning(local);
    }

    /** What of the limit is left at the end of a day goes on in the next morning. */
    private static Instant withinHours(Instant from, Duration limit, ZoneId zone) {
        Instant start = from;
        Duration left = limit;
        while (true) {
            ZonedDateTime local = start.atZone(zone);
            Duration today = Duration.between(start, local.with(CLOSES).toInstant());
            if (left.compareTo(today) <= 0) {
                return start.plus(left);
            }
            left = left.minus(today);
            start = nextMorning(local);
        }
    }

    private static Instant nextMorning(ZonedDateTime local) {
        return local.plusDays(1).with(OPENS).toInstant();
    }
}
