package io.minutebook.platform.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.Site;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.kernel.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarWatchTest {
    private static final SitePolicies POLICIES = new SitePolicies(
            List.of(),
            Map.of(
                    "shanghai", new Site("shanghai", ZoneId.of("Asia/Shanghai"), WorkingCalendar.china()),
                    "berlin", new Site("berlin", ZoneId.of("Europe/Berlin"), WorkingCalendar.weekdays())),
            List.of());

    @Test
    void operators_are_warned_from_the_first_of_november_by_the_clock_of_the_site() {
        assertThat(CalendarWatch.missing(POLICIES, Instant.parse("2026-10-31T15:59:59Z")))
                .isEmpty();
        assertThat(CalendarWatch.missing(POLICIES, Instant.parse("2026-10-31T16:00:00Z")))
                .containsExactly("shanghai", "sites that nobody has described");
    }

    @Test
    void nobody_is_warned_of_a_year_that_is_announced() {
        assertThat(CalendarWatch.missing(POLICIES, Instant.parse("2025-12-01T00:00:00Z")))
                .isEmpty();
    }
}
