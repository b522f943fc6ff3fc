package io.minutebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of limit one second before its limit, at it, and one second after. */
class StandardClocksTest {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    @ParameterizedTest
    @CsvSource({"SECONDS, PT30S", "PAUSE, PT2M", "REPLY, PT30M", "PLAN, PT24H"})
    void a_wall_clock_is_met_up_to_its_limit_and_breached_after_it(DeskClock clock, Duration limit) {
        Instant due = START.plus(limit);
        judge(clock, START, due);
        ClockEvent.ClockStarted started = started(clock, START);
        assertThat(started.window().dueAt()).isEqualTo(due);
        assertThat(started.window().opensAt()).isNull();
        assertThat(started.window().warnAt())
                .isEqualTo(START.plus(limit.multipliedBy(4).dividedBy(5)));
        assertThat(started.policy()).isEqualTo("standard/1");
    }

    @ParameterizedTest
    @CsvSource({
        // resolved (UTC),     opens,                     closes
        "2026-03-02T01:00:00Z, 2026-03-03T10:00:00+08:00, 2026-03-05T23:59:59+08:00",
        "2026-03-02T16:30:00Z, 2026-03-04T10:00:00+08:00, 2026-03-06T23:59:59+08:00", // Tuesday already in Shanghai
        "2026-02-13T03:00:00Z, 2026-02-14T10:00:00+08:00, 2026-02-25T23:59:59+08:00", // the make-up Saturday, then the
        // festival
        "2026-02-14T03:00:00Z, 2026-02-24T10:00:00+08:00, 2026-02-26T23:59:59+08:00",
        "2026-02-17T03:00:00Z, 2026-02-24T10:00:00+08:00, 2026-02-26T23:59:59+08:00", // New Year's Day
        "2026-02-26T03:00:00Z, 2026-02-27T10:00:00+08:00, 2026-03-02T23:59:59+08:00", // over the make-up Saturday
        "2026-02-27T03:00:00Z, 2026-02-28T10:00:00+08:00, 2026-03-03T23:59:59+08:00",
        "2026-09-30T03:00:00Z, 2026-10-08T10:00:00+08:00, 2026-10-10T23:59:59+08:00" // National Day, closes on a
        // Saturday
    })
    void the_survey_opens_after_one_working_day_and_closes_after_three(
            Instant resolved, OffsetDateTime opens, OffsetDateTime closes) {
        ClockEvent.ClockStarted started = started(DeskClock.SURVEY, resolved);
        assertThat(started.window().opensAt()).isEqualTo(opens.toInstant());
        assertThat(started.window().dueAt()).isEqualTo(closes.toInstant());
        judge(DeskClock.SURVEY, resolved, closes.toInstant());
    }

    @Test
    void a_promise_runs_to_the_moment_that_was_promised() {
        Instant promised = START.plusSeconds(3_600);
        for (long second : List.of(-1L, 0L, 1L)) {
            Desk desk = new Desk()
                    .enter(new DeskEvent.Promised(START, promised))
                    .enter(new DeskEvent.Done(promised.plusSeconds(second), DeskClock.PROMISE));
            assertThat(desk.verdict(DeskClock.PROMISE).status())
                    .isEqualTo(second > 0 ? Clocks.Status.BREACHED : Clocks.Status.MET);
            assertThat(desk.verdict(DeskClock.PROMISE).marginSeconds()).isEqualTo(-second);
        }
    }

    /** The act at each side of the limit, and the timer at each side of it. */
    private static void judge(DeskClock clock, Instant start, Instant due) {
        for (long second : List.of(-1L, 0L, 1L)) {
            ClockEvent.ClockVerdict verdict = running(clock, start)
                    .enter(new DeskEvent.Done(due.plusSeconds(second), clock))
                    .verdict(clock);
            assertThat(verdict.status()).isEqualTo(second > 0 ? Clocks.Status.BREACHED : Clocks.Status.MET);
            assertThat(verdict.at()).isEqualTo(second > 0 ? due : due.plusSeconds(second));
            assertThat(verdict.dueAt()).isEqualTo(due);
            assertThat(verdict.marginSeconds()).isEqualTo(-second);

            ClockEvent fired = running(clock, start)
                    .fire(due.plusSeconds(second), clock, 1)
                    .last();
            assertThat(fired).isInstanceOf(second > 0 ? ClockEvent.ClockBreached.class : ClockEvent.ClockWarned.class);
        }
    }

    private static ClockEvent.ClockStarted started(DeskClock clock, Instant at) {
        return (ClockEvent.ClockStarted) running(clock, at).last();
    }

    private static Desk running(DeskClock clock, Instant start) {
        return new Desk().enter(new DeskEvent.Begun(start, clock));
    }
}
