package io.minutebook.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which days are worked: Monday to Friday, but for public holidays, and the make-up days (调休) that are worked in their stead. */
public final class WorkingCalendar {
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> makeUpDays;
    private final @Nullable LocalDate announcedUntil;

    /** Days that are known for ever. */
    public WorkingCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
        this(holidays, makeUpDays, null);
    }

    /**
     * Days as they are announced, mostly year by year.
     *
     * @param announcedUntil the last day of which it is known whether it is worked; null where all are
     */
    public WorkingCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays, @Nullable LocalDate announcedUntil) {
        this.holidays = Set.copyOf(holidays);
        this.makeUpDays = Set.copyOf(makeUpDays);
        this.announcedUntil = announcedUntil;
    }

    /** Monday to Friday, no holidays. */
    public static WorkingCalendar weekdays() {
        return new WorkingCalendar(Set.of(), Set.of());
    }

    /** The statutory holidays and make-up days of mainland China, 2019 to 2026, as the State Council announced them; days after that are not announced yet. */
    public static WorkingCalendar china() {
        return China.CALENDAR;
    }

    /** Returns whether it has been announced by now whether a day is worked; until it is, Monday to Friday are taken to be. */
    public boolean isAnnounced(LocalDate day) {
        return announcedUntil == null || !day.isAfter(announcedUntil);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return true;
        }
        return !holidays.contains(day)
                && day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after a day; the day itself is not counted, working or not. */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        LocalDate reached = day;
        for (int left = n; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    private static final class China {
        private static final int LAST_DAY = 31;
        static final WorkingCalendar CALENDAR = read();

        private static WorkingCalendar read() {
            Set<LocalDate> off = new HashSet<>();
            Set<LocalDate> worked = new HashSet<>();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("china-days.txt")),
                    StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    String[] words = line.split(" ", -1);
                    (words[1].equals("off") ? off : worked).add(LocalDate.parse(words[0]));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            int lastYear = off.stream().mapToInt(LocalDate::getYear).max().orElseThrow();
            return new WorkingCalendar(off, worked, LocalDate.of(lastYear, Month.DECEMBER, LAST_DAY));
        }
    }
}
