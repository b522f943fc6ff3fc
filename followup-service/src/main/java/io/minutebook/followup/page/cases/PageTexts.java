package io.minutebook.followup.page.cases;

import io.minutebook.contract.CaseStatus;
import io.minutebook.contract.EventLabels;
import io.minutebook.followup.record.ClockRun;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Words of the ledger's pages in the reader's language. What no list of words knows is shown as it is. */
record PageTexts(MessageSource messages, Locale locale) {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    public String of(String key, Object... values) {
        return messages.getMessage("followup.ledger." + key, values, locale);
    }

    public String event(String type) {
        return labels().event(type);
    }

    public String clock(String clock) {
        return labels().clock(clock);
    }

    /** Returns the words for a withdrawn clock, with the reason where there is one. */
    public String withdrawn(@Nullable String reason) {
        return reason == null || reason.isEmpty() ? of("verdict.WITHDRAWN") : of("withdrawn", value(reason));
    }

    public String status(CaseStatus status) {
        return labels().status(status);
    }

    public String field(String name) {
        return labels().field(name);
    }

    public String value(String value) {
        return labels().value(value);
    }

    public String source(String service) {
        return named("source.", service);
    }

    /** Returns how a clock stands or ended and, where its step was taken, how far from the limit. */
    public String verdict(ClockRun run) {
        Duration margin = run.margin();
        if (margin != null && run.state() == ClockRun.State.MET) {
            return of("met-with", span(margin));
        }
        if (margin != null && run.state() == ClockRun.State.BREACHED) {
            return of(margin.isNegative() ? "broken-by" : "broken-on-record", span(margin));
        }
        return of("verdict." + run.state());
    }

    /** A length of time in its two largest units. */
    public String span(Duration time) {
        long seconds = Math.abs(time.toSeconds());
        if (seconds < MINUTE) {
            return of("span.s", seconds);
        }
        if (seconds < HOUR) {
            return of("span.m", seconds / MINUTE);
        }
        if (seconds < DAY) {
            return of("span.h", seconds / HOUR, seconds % HOUR / MINUTE);
        }
        return of("span.d", seconds / DAY, seconds % DAY / HOUR);
    }

    private EventLabels labels() {
        return EventLabels.in(locale);
    }

    private String named(String family, String name) {
        String found = messages.getMessage("followup.ledger." + family + name, null, name, locale);
        return found == null ? name : found;
    }
}
