package io.minutebook.contract;

import java.util.UUID;

/** A published fact about one run of a clock. */
public interface OnClock extends PublishedEvent {
    /** The run's id. */
    UUID clockId();

    /** The case the clock runs on, or on {@code intake.calls} the call. */
    String subject();

    /** The clock's name. */
    String clock();

    /** 1 for the clock's first run on the subject, one more each time it starts again. */
    int round();
}
