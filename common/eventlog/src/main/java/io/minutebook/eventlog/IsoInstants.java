package io.minutebook.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as {@link Instant#toString} writes them, read and written without a formatter: every event carries several. */
public final class IsoInstants {
    private static final int SECONDS_END = 19;
    private static final int LONGEST_FRACTION = 9;
    private static final int MICROS = 6;
    private static final long FIRST_YEAR = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final int SAFE_DAY = 28;

    private IsoInstants() {}

    /** Exactly the text of {@link Instant#toString}. */
    public static String text(Instant instant) {
        byte[] ascii = ascii(instant);
        return new String(ascii, StandardCharsets.ISO_8859_1);
    }

    /** The same text as bytes. */
    public static byte[] ascii(Instant instant) {
        int nano = instant.getNano();
        return ascii(instant, nano == 0 ? 0 : nano % 1_000_000 == 0 ? 3 : nano % 1000 == 0 ? 6 : 9);
    }

    /** A time with six digits behind the second, whatever they are, so that times sort as texts; what is finer is cut off. */
    public static byte[] micros(Instant instant) {
        return ascii(instant, MICROS);
    }

    private static byte[] ascii(Instant instant, int fraction) {
        if (instant.getEpochSecond() < FIRST_YEAR || instant.getEpochSecond() >= YEAR_10000) {
            return instant.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        int nano = instant.getNano();
        byte[] text = new byte[SECONDS_END + (fraction == 0 ? 1 : fraction + 2)];
        digits(text, 0, 4, time.getYear());
        text[4] = '-';
        digits(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, time.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, time.getHour());
        text[13] = ':';
        digits(text, 14, 2, time.getMinute());
        text[16] = ':';
        digits(text, 17, 2, time.getSecond());
        if (fraction > 0) {
            text[SECONDS_END] = '.';
            digits(
                    text,
                    SECONDS_END + 1,
                    fraction,
                    fraction == 3 ? nano / 1_000_000 : fraction == MICROS ? nano / 1000 : nano);
        }
        text[text.length - 1] = 'Z';
        return text;
    }

    /** As {@link Instant#parse}, which is left what is written in another way. */
    public static Instant parse(String text) {
        Instant parsed = parsed(text);
        return parsed == null ? Instant.parse(text) : parsed;
    }

    /** Null for anything but {@code yyyy-MM-ddTHH:mm:ss[.fraction]Z} on a day that exists: that is for a formatter to judge. */
    public static @Nullable Instant parsed(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_END
                || text.charAt(last) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        int nano = last == SECONDS_END ? 0 : nanos(text, last);
        if ((year | month | day | hour | minute | second | nano) < 0
                || month < 1
                || month > 12
                || day < 1
                || day > SAFE_DAY && day > YearMonth.of(year, month).lengthOfMonth()
                || hour > 23
                || minute > 59
                || second > 59) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400 + hour * 3600 + minute * 60 + second, nano);
    }

    private static int nanos(String text, int end) {
        int digits = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > LONGEST_FRACTION) {
            return -1;
        }
        int nano = number(text, SECONDS_END + 1, end);
        for (int digit = digits; digit < LONGEST_FRACTION; digit++) {
            nano *= 10;
        }
        return nano;
    }

    /** Negative where there is anything but digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static void digits(byte[] text, int from, int count, int number) {
        int left = number;
        for (int at = from + count - 1; at >= from; at--) {
            text[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }
}
