package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.call;
import static io.minutebook.followup.domain.cases.Story.clear;
import static io.minutebook.followup.domain.cases.Story.clearedCase;
import static io.minutebook.followup.domain.cases.Story.clocks;
import static io.minutebook.followup.domain.cases.Story.due;
import static io.minutebook.followup.domain.cases.Story.known;
import static io.minutebook.followup.domain.cases.Story.minute;
import static io.minutebook.followup.domain.cases.Story.openCase;
import static io.minutebook.followup.domain.cases.Story.resolve;
import static io.minutebook.followup.domain.cases.Story.resolvedCase;
import static io.minutebook.followup.domain.cases.Story.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer who cannot be reached is called again, at least two hours later and when people are called. */
class UnreachedTest {
    @Test
    void an_attempt_in_vain_ends_the_clearance_and_the_next_one_is_owed() {
        resolvedCase()
                .at(minute(10))
                .when(call(false, null))
                .thenEvents(told(
                        "CustomerCalledBack 10 unreached",
                        "clearance WITHDRAWN 10 customer-unreached [resolution, #5]",
                        "callback-retry started 10 due 250"));
    }

    @Test
    void the_next_attempt_meets_it_reached_or_not_and_one_in_vain_starts_it_anew() {
        resolvedCase()
                .at(minute(10))
                .when(call(false, null))
                .at(minute(135))
                .when(call(false, null))
                .thenEvents(told(
                        "CustomerCalledBack 135 unreached",
                        "callback-retry MET 135 margin 6900 [#5, #8]",
                        "callback-retry started 135 due 375"))
                .thenState(history ->
                        assertThat(known(history).file().attempts()).containsExactly(minute(10), minute(135)))
                .at(minute(300))
                .when(call(true, null))
                .thenEvents(told("CustomerCalledBack 300", "callback-retry MET 300 margin 4500 [#8, #11]"))
                .thenState(history -> {
                    assertThat(known(history).file().attempts()).isEmpty();
                    assertThat(known(history).file().next()).isNull();
                });
    }

    @Test
    void one_second_before_the_limit_and_at_it_the_next_attempt_is_in_time_and_one_second_after_it_is_not() {
        resolvedCase()
                .at(minute(10))
                .when(call(false, null))
                .at(minute(250).minusSeconds(1))
                .when(call(true, null))
                .thenEvents(told("CustomerCalledBack 249:59", "callback-retry MET 249:59 margin 1 [#5, #8]"));
        resolvedCase()
                .at(minute(10))
                .when(call(false, null))
                .at(minute(250))
                .when(call(true, null))
                .thenEvents(told("CustomerCalledBack 250", "callback-retry MET 250 margin 0 [#5, #8]"));
        resolvedCase()
                .at(minute(10))
                .when(call(false, null))
                .at(minute(250).plusSeconds(1))
                .when(call(true, null))
                .thenEvents(told("CustomerCalledBack 250:1", "callback-retry BREACHED 250 margin -1 [#5, #8]"));
    }

    @Test
    void nobody_calling_again_in_time_breaches_it() {
        resolvedCase()
                .at(minute(10))
                .when(call(false, null))
                .at(minute(251))
                .when(due("callback-retry", 1))
                .thenEvents(told("callback-retry BREACHED 250 [#5]"));
    }

    @Test
    void a_resolution_and_the_clearance_end_it() {
        openCase()
                .when(call(false, null))
                .at(minute(5))
                .when(resolve(5))
                .thenState(clocks(
                        "callback-retry WITHDRAWN 5 resolved [#2, resolution]",
                        "clearance RUNNING [resolution]",
                        "survey RUNNING [resolution]"));
        resolvedCase()
                .at(minute(6))
                .when(call(true, true))
                .at(minute(7))
                .when(call(false, null))
                .at(minute(8))
                .when(clear())
                .thenEvents(told("FaultCleared 8 cycle 1 L1", "callback-retry WITHDRAWN 8 cleared [#7, #10]"));
    }

    @Test
    void after_the_clearance_nobody_has_to_call_again() {
        clearedCase().at(minute(30)).when(call(false, null)).thenEvents(told("CustomerCalledBack 30 unreached"));
    }

    @ParameterizedTest
    @CsvSource({
        // attempt,                  call again from,           by
        "2026-03-03T10:00:00+08:00, 2026-03-03T12:00:00+08:00, 2026-03-03T14:00:00+08:00",
        "2026-03-03T16:00:00+08:00, 2026-03-03T18:00:00+08:00, 2026-03-03T20:00:00+08:00",
        "2026-03-03T17:00:00+08:00, 2026-03-03T19:00:00+08:00, 2026-03-04T09:00:00+08:00",
        "2026-03-03T18:00:00+08:00, 2026-03-04T08:00:00+08:00, 2026-03-04T10:00:00+08:00",
        "2026-03-03T23:30:00+08:00, 2026-03-04T08:00:00+08:00, 2026-03-04T10:00:00+08:00",
        "2026-03-03T02:00:00+08:00, 2026-03-03T08:00:00+08:00, 2026-03-03T10:00:00+08:00"
    })
    void the_next_attempt_is_two_hours_later_and_between_eight_and_twenty_o_clock(
            OffsetDateTime attempt, OffsetDateTime from, OffsetDateTime by) {
        assertThat(NextAttempt.after(attempt.toInstant(), Duration.ofHours(2), ZoneId.of("Asia/Shanghai")))
                .isEqualTo(new NextAttempt(from.toInstant(), by.toInstant()));
    }

    @Test
    void a_limit_of_more_than_a_day_goes_on_in_the_mornings() {
        NextAttempt next = NextAttempt.after(minute(0), Duration.ofHours(30), ZoneId.of("Asia/Shanghai"));
        assertThat(next.from()).isEqualTo("2026-03-04T08:00:00Z");
        assertThat(next.until()).isEqualTo("2026-03-07T02:00:00Z");
    }
}
