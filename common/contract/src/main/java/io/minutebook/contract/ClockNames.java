package io.minutebook.contract;

import java.util.List;

/** The names of the clocks, as the field {@code clock} of every {@link OnClock} has them. */
public final class ClockNames {
    /** All of them, in the order in which a case comes to them. */
    public static final List<String> ALL = List.of(
            "answer",
            "hold-total",
            "preprocess",
            "dispatch",
            "vendor-reply",
            "reply",
            "plan",
            "expert-contact",
            "callback",
            "clearance",
            "callback-retry",
            "survey",
            "promise");

    private ClockNames() {}
}
