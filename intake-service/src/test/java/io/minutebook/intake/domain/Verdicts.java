package io.minutebook.intake.domain;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in a word or two how clocks stand, such as {@code MET +5}, {@code BREACHED} without the act, {@code BREACHED -7}, {@code WITHDRAWN cleared}. */
public final class Verdicts {
    private Verdicts() {}

    /** Returns how each run of a clock stands, those that started first first. */
    public static List<String> of(String clock, Clocks clocks) {
        return clocks.inOrder().stream()
                .filter(run -> run.name().equals(clock))
                .map(run -> of(run.verdict()))
                .toList();
    }

    /** Returns the same of all clocks, each with its name before it. */
    public static List<String> of(Clocks clocks) {
        return clocks.inOrder().stream()
                .map(run -> run.name() + ' ' + of(run.verdict()))
                .toList();
    }

    public static String of(ClockEvent.ClockVerdict verdict) {
        return verdict.status()
                + margin(verdict.marginSeconds())
                + (verdict.reason() == null ? "" : ' ' + verdict.reason());
    }

    private static String margin(@Nullable Long seconds) {
        if (seconds == null) {
            return "";
        }
        return seconds < 0 ? " " + seconds : " +" + seconds;
    }
}
