package io.minutebook.contract;

import java.time.Instant;

/**
 * The limit is near and the step not taken.
 *
 * @param subject the case, or on intake.calls the call, a UUID
 * @param clock the clock: answer, hold, preprocess, dispatch, reply, plan, expert-contact, callback, clearance, survey or promise
 * @param round 1 for the clock's first run on the subject, one more each time it starts again
 * @param dueAt the last moment that meets the limit
 */
public record ClockWarned(String subject, String clock, int round, Instant dueAt) implements OnClock {
    public ClockWarned {
        Required.present(subject, "subject");
        Required.present(clock, "clock");
        Required.atLeastOne(round, "round");
        Required.present(dueAt, "dueAt");
    }
}
