package io.minutebook.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Writes times as people of the site read them: to the minute, in the site's zone, in the reader's language. In templates: {@code @minutes}. */
public final class TimeFormats {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SPOKEN_ZH = DateTimeFormatter.ofPattern("uuuu年M月d日 H点mm分", Locale.CHINA);
    private static final DateTimeFormatter SPOKEN_EN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);
    private static final DateTimeFormatter DATE_ZH = DateTimeFormatter.ofPattern("uuuu年M月d日 EEEE", Locale.CHINA);
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.UK);
    private static final String NONE = "—";

    /** 2026-03-01 09:30 */
    public String full(@Nullable Instant at, ZoneId zone) {
        return write(FULL, at, zone);
    }

    /** 2026-03-01 */
    public String day(@Nullable Instant at, ZoneId zone) {
        return write(DAY, at, zone);
    }

    /** 09:30 */
    public String clock(@Nullable Instant at, ZoneId zone) {
        return write(CLOCK, at, zone);
    }

    /** 2026年3月1日 9点30分, or 1 March 2026, 09:30 */
    public String spoken(@Nullable Instant at, ZoneId zone) {
        return write(chinese() ? SPOKEN_ZH : SPOKEN_EN, at, zone);
    }

    /** 2026年3月1日 星期日, or Sunday, 1 March 2026 */
    public String date(@Nullable Instant at, ZoneId zone) {
        return write(chinese() ? DATE_ZH : DATE_EN, at, zone);
    }

    /** For the {@code datetime} attribute of {@code <time>}. */
    public String machine(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    /** 45 s, 12 min, 2 h 05 min, 3 d 4 h; in Chinese 45秒, 12分, 2小时05分, 3天4小时. What is smaller is cut off, not rounded. */
    public String lasting(@Nullable Duration time) {
        if (time == null) {
            return NONE;
        }
        if (time.isNegative()) {
            return "−" + lasting(time.negated());
        }
        boolean zh = chinese();
        if (time.toMinutes() == 0) {
            return time.toSeconds() + (zh ? "秒" : " s");
        }
        if (time.toHours() == 0) {
            String minutes = time.toMinutes() + (zh ? "分" : " min");
            boolean exact = time.toMinutes() >= 10 || time.toSecondsPart() == 0;
            return exact ? minutes : minutes + (zh ? "%02d秒" : " %02d s").formatted(time.toSecondsPart());
        }
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        if (hours < 72) {
            String whole = hours + (zh ? "小时" : " h");
            return minutes == 0 ? whole : whole + (zh ? "%02d分" : " %02d min").formatted(minutes);
        }
        String days = time.toDays() + (zh ? "天" : " d");
        int rest = time.toHoursPart();
        return rest == 0 ? days : days + (zh ? rest + "小时" : " " + rest + " h");
    }

    private static String write(DateTimeFormatter form, @Nullable Instant at, ZoneId zone) {
        return at == null ? NONE : form.format(at.atZone(zone));
    }

    private static boolean chinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh");
    }
}
