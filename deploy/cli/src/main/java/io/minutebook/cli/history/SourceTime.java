package io.minutebook.cli.history;

import static io.minutebook.cli.Texts.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the source's times. An offset in the value counts before the mapping's zone. A local time that the zone's
 * clocks skip (spring) moves on by as much as was skipped; one that they show twice (autumn) is the earlier of the two.
 * A date alone is its first moment.
 */
final class SourceTime {
    static final String ISO = "iso";

    private static final DateTimeFormatter ISO_FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** What a time needed to become one moment. */
    enum Shift {
        NONE,
        SKIPPED,
        TWICE
    }

    record Read(OffsetDateTime time, Shift shift) {}

    private final String column;
    private final DateTimeFormatter format;
    private final @Nullable ZoneId zone;

    /** @throws IllegalArgumentException for a pattern that is none */
    SourceTime(String column, String pattern, @Nullable ZoneId zone) {
        this.column = column;
        this.zone = zone;
        this.format = pattern.equals(ISO) ? ISO_FORMAT : ofPattern(pattern);
    }

    String column() {
        return column;
    }

    /** @throws RowRefused for a value that is no time here */
    Read read(String value) {
        TemporalAccessor parsed;
        try {
            parsed = format.parseBest(value.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException e) {
            throw new RowRefused(text("time-not-read", column, value));
        }
        return switch (parsed) {
            case OffsetDateTime moment -> new Read(moment, Shift.NONE);
            case LocalDateTime local -> inZone(local, value);
            case LocalDate day -> inZone(day.atStartOfDay(), value);
            case TemporalAccessor other -> throw new IllegalStateException("no time: " + other);
        };
    }

    private Read inZone(LocalDateTime local, String value) {
        if (zone == null) {
            throw new RowRefused(text("time-no-offset", column, value));
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        Shift shift = switch (offsets.size()) {
            case 1 -> Shift.NONE;
            case 0 -> Shift.SKIPPED;
            default -> Shift.TWICE;
        };
        return new Read(local.atZone(zone).toOffsetDateTime(), shift);
    }

    /** Patterns are read strictly, so that 31 February is refused and not bent; "y" then means the year as it is. */
    private static DateTimeFormatter ofPattern(String pattern) {
        boolean era = pattern.replaceAll("'[^']*'", "").contains("G");
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(era ? pattern : yearAsItIs(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static String yearAsItIs(String pattern) {
        StringBuilder strict = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            strict.append(c == 'y' && !quoted ? 'u' : c);
        }
        return strict.toString();
    }
}
