package io.minutebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private final WorkingCalendar china = WorkingCalendar.china();

    @Test
    void the_spring_festival_of_2026_is_nine_days_off() {
        List<LocalDate> festival =
                LocalDate.of(2026, 2, 15).datesUntil(LocalDate.of(2026, 2, 24)).toList();
        assertThat(festival).hasSize(9).noneMatch(china::isWorkingDay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10", "2019-02-02"
            })
    void a_make_up_day_is_worked_though_it_is_a_weekend(LocalDate day) {
        assertThat(china.isWorkingDay(day)).isTrue();
        assertThat(WorkingCalendar.weekdays().isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 1, 2026-02-14", // Friday, then the make-up Saturday
        "2026-02-13, 2, 2026-02-24",
        "2026-02-13, 3, 2026-02-25",
        "2026-02-14, 1, 2026-02-24", // the make-up Saturday itself
        "2026-02-14, 3, 2026-02-26",
        "2026-02-19, 1, 2026-02-24", // in the middle of the festival
        "2026-02-19, 3, 2026-02-26",
        "2026-02-26, 1, 2026-02-27",
        "2026-02-26, 3, 2026-03-02", // over the make-up Saturday of 28 February
        "2026-02-27, 1, 2026-02-28",
        "2026-02-28, 1, 2026-03-02",
        "2026-09-18, 1, 2026-09-20", // Friday, then the make-up Sunday
        "2026-09-30, 1, 2026-10-08", // over National Day
        "2026-09-30, 3, 2026-10-10",
        "2026-12-31, 1, 2027-01-01", // not announced yet: a Friday
        "2026-03-04, 0, 2026-03-04"
    })
    void working_days_are_counted_over_holidays_and_make_up_days(LocalDate day, int n, LocalDate reached) {
        assertThat(china.plusWorkingDays(day, n)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-02, 1, 2026-10-05", "2026-10-02, 3, 2026-10-07"})
    void a_site_elsewhere_counts_monday_to_friday(LocalDate day, int n, LocalDate reached) {
        assertThat(WorkingCalendar.weekdays().plusWorkingDays(day, n)).isEqualTo(reached);
    }

    @Test
    void days_after_the_last_announced_year_are_not_known_yet() {
        assertThat(china.isAnnounced(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(china.isAnnounced(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(WorkingCalendar.weekdays().isAnnounced(LocalDate.of(2099, 1, 1)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2019, 250", "2020, 249", "2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void every_year_from_2019_to_2026_has_its_number_of_working_days(int year, int worked) {
        assertThat(LocalDate.ofYearDay(year, 1)
                        .datesUntil(LocalDate.ofYearDay(year + 1, 1))
                        .filter(china::isWorkingDay))
                .hasSize(worked);
    }
}
