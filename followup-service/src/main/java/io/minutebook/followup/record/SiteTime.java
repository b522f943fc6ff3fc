package io.minutebook.followup.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as a site's wall clock shows them: to the minute for people, to the microsecond with the offset for programs. */
public record SiteTime(ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT);

    public String minute(Instant time) {
        return MINUTE.format(time.atZone(zone));
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
