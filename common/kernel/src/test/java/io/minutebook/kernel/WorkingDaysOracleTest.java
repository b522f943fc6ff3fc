package io.minutebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Working day limits against an oracle that walks the hours one by one, over random starts, limits, calendars and zones with summer time. */
class WorkingDaysOracleTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Sao_Paulo"), // summer time began and ended at midnight
            ZoneId.of("America/Havana"), // still does
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Australia/Lord_Howe"), // by half an hour
            ZoneId.of("Pacific/Chatham"));
    private static final Instant FIRST = Instant.parse("2014-01-01T00:00:00Z");
    private static final long SECONDS = ChronoUnit.SECONDS.between(FIRST, Instant.parse("2026-12-31T00:00:00Z"));

    @Test
    void windows_agree_with_an_hour_by_hour_walk() {
        Random random = new Random(20260214);
        for (int i = 0; i < 2_000; i++) {
            Site site = new Site("s", ZONES.get(random.nextInt(ZONES.size())), calendar(random));
            Instant start = FIRST.plusSeconds((long) (random.nextDouble() * SECONDS));
            int opens = 1 + random.nextInt(3);
            int closes = opens + random.nextInt(5);
            Limit.Window window = new Limit.WorkingDays(opens, closes, LocalTime.of(10, 0)).from(start, site);
            assertThat(window)
                    .as("from %s at %s, +%d +%d", start, site.zone(), opens, closes)
                    .isEqualTo(walked(start, site, opens, closes));
        }
    }

    @Test
    void a_day_whose_last_hour_is_repeated_ends_with_the_second_one() {
        Site site = new Site(
                "s", ZoneId.of("America/Sao_Paulo"), new WorkingCalendar(Set.of(), Set.of(LocalDate.of(2018, 2, 17))));
        Limit.Window window =
                new Limit.WorkingDays(1, 1, LocalTime.of(10, 0)).from(Instant.parse("2018-02-16T12:00:00Z"), site);
        assertThat(window.dueAt()).isEqualTo("2018-02-18T02:59:59Z");
    }

    /** Steps through the world in quarters of an hour and reads each wall clock. */
    private static Limit.Window walked(Instant start, Site site, int opens, int closes) {
        LocalDate today = start.atZone(site.zone()).toLocalDate();
        Instant at = Instant.ofEpochSecond(start.getEpochSecond() / 900 * 900);
        int day = 0;
        Instant opensAt = Instant.MIN;
        Instant warnAt = Instant.MIN;
        while (true) {
            at = at.plus(15, ChronoUnit.MINUTES);
            ZonedDateTime wall = at.atZone(site.zone());
            if (!wall.toLocalDate().equals(today)) {
                if (day == closes) {
                    return new Limit.Window(opensAt, warnAt, at.minusSeconds(1));
                }
                today = wall.toLocalDate();
                if (site.calendar().isWorkingDay(today)) {
                    day++;
                    if (day == closes) {
                        warnAt = at;
                    }
                } else if (day == closes) {
                    throw new AssertionError("walked past the last day");
                }
            }
            if (day == opens
                    && opensAt.equals(Instant.MIN)
                    && wall.toLocalTime().equals(LocalTime.of(10, 0))) {
                opensAt = at;
            }
        }
    }

    private static WorkingCalendar calendar(Random random) {
        if (random.nextBoolean()) {
            return WorkingCalendar.china();
        }
        return new WorkingCalendar(days(random), days(random));
    }

    private static Set<LocalDate> days(Random random) {
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < 600; i++) {
            days.add(LocalDate.of(2014, 1, 1).plusDays(random.nextInt(5_000)));
        }
        return days;
    }
}
