package io.minutebook.intake.domain.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The number of a case as people read it out: the day at the site, a running number that is unique over all sites, and a check digit, as in
 * {@code 261122-00042-7}. The check digit (Damm) finds every single wrong digit and every two neighbours swapped.
 */
public record CaseNumber(String text) {
    private static final Pattern FORM = Pattern.compile("\\d{6}-\\d{5,}-\\d");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");
    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    /** @throws IllegalArgumentException where the text is no case number or a digit of it is wrong */
    public CaseNumber {
        if (!FORM.matcher(text).matches() || damm(text) != 0) {
            throw new IllegalArgumentException("no case number: " + text);
        }
    }

    /** @param running unique over all sites and days; grows beyond five digits where it has to */
    public static CaseNumber of(Instant at, ZoneId zone, long running) {
        String body = DAY.format(at.atZone(zone)) + "-%05d".formatted(running);
        return new CaseNumber(body + "-" + damm(body));
    }

    /** Whether a text that somebody read out is a case number without a slip. */
    public static boolean valid(String text) {
        return FORM.matcher(text).matches() && damm(text) == 0;
    }

    @Override
    public String toString() {
        return text;
    }

    private static int damm(String text) {
        return text.chars()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .reduce(0, (interim, digit) -> DAMM[interim].charAt(digit) - '0');
    }
}
