package io.minutebook.followup.page.cases;

import io.minutebook.contract.CaseStatus;
import io.minutebook.contract.EventLabels;
import io.minutebook.followup.record.ClockFields;
import io.minutebook.followup.record.ClockRun;
import io.minutebook.followup.record.RecordEntry;
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

    /** Who did it, and through which machine. */
    public String actor(RecordEntry entry) {
        String via = entry.via();
        return via == null ? entry.person() : of("via", entry.person(), via);
    }

    /** How far from a limit: 12 min early, 3 min late. */
    public String margin(long secondsLeft) {
        return of(secondsLeft < 0 ? "late-by" : "early-by", span(Duration.ofSeconds(secondsLeft)));
    }

    /** What was said of a clock before it was corrected. */
    public String said(ClockRun.Correction correction) {
        String verdict = of("verdict." + correction.was());
        Duration margin = correction.margin();
        return margin == null ? verdict : verdict + of("list-separator") + margin(margin.toSeconds());
    }

    /** Why it was corrected, and what showed it. */
    public String because(ClockRun.Correction correction) {
        String because = of("because." + correction.because());
        return correction.evidence().isEmpty()
                ? because
                : because + of("evidence", String.join(of("list-separator"), correction.evidence()));
    }

    /** What a correction says: which clock, how it stood, how it stands, why, and what shows it. */
    String corrected(ClockFields clock) {
        ClockFields.Said now = clock.now();
        String stands = now == null ? "" : of("verdict." + now.status());
        Long margin = now == null ? null : now.marginSeconds();
        String text = of(
                "row.ClockCorrected",
                clock(clock.clock()),
                margin == null ? stands : stands + of("list-separator") + margin(margin),
                of("because." + clock.because()));
        return clock.evidence().isEmpty()
                ? text
                : text + of("evidence", String.join(of("list-separator"), clock.evidence()));
    }

    /** Returns how a clock stands or ended and, where its act was done, how far from the limit. */
    public String verdict(ClockRun run) {
        Duration margin = run.margin();
        if (margin != null && run.state() == ClockRun.State.MET) {
            return of("met-with", span(margin));
        }
        if (margin != null && run.state() == ClockRun.State.BREACHED) {
            return of("broken-by", span(margin));
        }
        return run.withdrawn() ? withdrawn(run.reason()) : of("verdict." + run.state());
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
