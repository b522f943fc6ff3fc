package io.minutebook.followup.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as a site's wall clock shows them: to the minute for people, with the offset, to the minute and to the microsecond, for programs. */
public record SiteTime(ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ISO_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmXXX", Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT);

    public String minute(Instant time) {
        return MINUTE.format(time.atZone(zone));
    }

    /** The minute in ISO 8601, with the offset from UTC, so that it is one moment wherever it is read: {@code 2026-03-02T10:30+08:00}. */
    public String isoMinute(Instant time) {
        return ISO_MINUTE.format(time.atZone(zone));
    }

    @Nullable
    public String isoMinuteOf(@Nullable Instant time) {
        return time == null ? null : isoMinute(time);
    }

    public String exact(Instant time) {
        return EXACT.format(time.atZone(zone));
    }

    @Nullable
    public String minuteOf(@Nullable Instant time) {
        return time == null ? null : minute(time);
    }

    @Nullable
    public String exactOf(@Nullable Instant time) {
        return time == null ? null : exact(time);
    }
}
