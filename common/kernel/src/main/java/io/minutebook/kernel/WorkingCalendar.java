package io.minutebook.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Which days are worked: Monday to Friday, but for public holidays, and the make-up days (调休) that are worked in their stead. */
public final class WorkingCalendar {
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> makeUpDays;

    public WorkingCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
        this.holidays = Set.copyOf(holidays);
        this.makeUpDays = Set.copyOf(makeUpDays);
    }

    /** Monday to Friday, no holidays. */
    public static WorkingCalendar weekdays() {
        return new WorkingCalendar(Set.of(), Set.of());
    }

    /** The statutory holidays and make-up days of mainland China, 2019 to 2026, as the State Council announced them; other years: weekdays. */
    public static WorkingCalendar china() {
        return China.CALENDAR;
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
            return new WorkingCalendar(off, worked);
        }
    }
}
