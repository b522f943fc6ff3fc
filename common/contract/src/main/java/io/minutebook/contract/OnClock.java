package io.minutebook.contract;

/** A published fact about one run of a clock. */
public interface OnClock extends PublishedEvent {
    /** The case the clock runs on, or on {@code intake.calls} the call. */
    String subject();

    /** The clock's name. */
    String clock();

    /** 1 for the clock's first run on the subject, one more each time it starts again. */
    int round();
}
