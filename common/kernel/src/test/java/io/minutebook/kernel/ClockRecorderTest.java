package io.minutebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClockRecorderTest {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofMinutes(30));
    private static final UUID DISPATCHED = UUID.randomUUID();
    private static final UUID REPLIED = UUID.randomUUID();
    private static final UUID SUSPENDED = UUID.randomUUID();
    private static final UUID REOPENED = UUID.randomUUID();

    private final Desk desk = new Desk(SitePolicies.standard(DeskClock.values())).at(START, c -> start(c, START));

    @Test
    void a_clock_warns_once() {
        desk.at(minute(24), c -> c.fire("reply", 1));
        assertThat(desk.last()).isEqualTo(new ClockEvent.ClockWarned("reply", 1, minute(24), DUE));
        desk.at(minute(25), c -> c.fire("reply", 1));
        assertThat(desk.recorded()).hasSize(2);
    }

    @Test
    void a_timer_that_fires_too_early_says_nothing() {
        desk.at(minute(23), c -> c.fire("reply", 1));
        assertThat(desk.recorded()).hasSize(1);
    }

    @Test
    void a_timer_that_comes_after_the_limit_breaches_without_a_warning() {
        desk.at(minute(45), c -> c.fire("reply", 1));
        assertThat(desk.recorded()).hasSize(2);
        assertThat(desk.last()).isEqualTo(new ClockEvent.ClockBreached("reply", 1, DUE, DUE, List.of(DISPATCHED)));
    }

    @Test
    void a_verdict_is_given_once() {
        desk.at(minute(31), c -> c.fire("reply", 1))
                .at(minute(32), c -> c.fire("reply", 1))
                .at(minute(33), c -> c.stop(DeskClock.REPLY, minute(33), REPLIED))
                .at(minute(34), c -> c.stop(DeskClock.REPLY, minute(10), REPLIED));
        assertThat(desk.clocks().latest("reply").orElseThrow().status()).isEqualTo(Clocks.Status.BREACHED);
        assertThat(desk.recorded())
                .filteredOn(ClockEvent.ClockBreached.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_step_after_the_breach_completes_the_clock_once() {
        desk.at(minute(31), c -> c.fire("reply", 1))
                .at(minute(33), c -> c.stop(DeskClock.REPLY, minute(33), REPLIED))
                .at(minute(34), c -> c.stop(DeskClock.REPLY, minute(34), SUSPENDED))
                .at(minute(35), c -> c.withdraw(DeskClock.REPLY, minute(35), "reopened", REOPENED));
        assertThat(desk.recorded()).hasSize(3);
        assertThat(desk.last()).isEqualTo(completed(minute(33), -180));
    }

    @Test
    void a_margin_of_less_than_a_second_over_the_limit_is_negative_too() {
        desk.at(minute(31), c -> c.fire("reply", 1))
                .at(minute(31), c -> c.stop(DeskClock.REPLY, DUE.plusMillis(1), REPLIED));
        assertThat(desk.last()).isEqualTo(completed(DUE.plusMillis(1), -1));
    }

    @Test
    void a_step_in_time_that_is_entered_after_the_verdict_completes_it_and_the_verdict_stands() {
        desk.at(minute(31), c -> c.fire("reply", 1)).at(minute(34), c -> c.stop(DeskClock.REPLY, minute(10), REPLIED));
        assertThat(desk.last()).isEqualTo(completed(minute(10), 1_200));
    }

    @Test
    void a_late_step_before_the_timer_needs_no_correction() {
        desk.at(minute(31), c -> c.stop(DeskClock.REPLY, minute(31), REPLIED))
                .at(minute(32), c -> c.fire("reply", 1))
                .at(minute(33), c -> c.stop(DeskClock.REPLY, minute(33), SUSPENDED));
        assertThat(desk.recorded()).hasSize(2);
        assertThat(desk.last())
                .isEqualTo(new ClockEvent.ClockBreached("reply", 1, DUE, DUE, List.of(DISPATCHED, REPLIED)));
    }

    @Test
    void a_recorded_step_stops_the_clocks_it_names_in_the_order_of_their_names_and_no_other() {
        record Answered(Instant at) implements ClockStep {
            @Override
            public Set<DeskClock> stops() {
                return Set.of(DeskClock.REPLY, DeskClock.PLAN, DeskClock.SURVEY);
            }
        }
        record Said(ClockEvent clock) implements ClockEventWrapper {
            @Override
            public Instant at() {
                return clock.at();
            }
        }
        Decision<DomainEvent> decision =
                new Decision<>(START, SitePolicies.standard(DeskClock.values()), UUID::randomUUID);
        ClockRecorder<DomainEvent> clocks = new ClockRecorder<>(Clocks.none(), decision, Said::new);
        clocks.start(DeskClock.REPLY, Desk.SHANGHAI, START, DISPATCHED);
        clocks.start(DeskClock.PLAN, Desk.SHANGHAI, START, DISPATCHED);
        clocks.start(DeskClock.PREPROCESS, Desk.SHANGHAI, START, DISPATCHED);
        UUID answered = clocks.record(new Answered(minute(5)));

        assertThat(decision.events().subList(3, 6))
                .containsExactly(
                        new Answered(minute(5)),
                        new Said(new ClockEvent.ClockMet(
                                "plan", 1, minute(5), START.plus(Duration.ofHours(24)), List.of(DISPATCHED, answered))),
                        new Said(new ClockEvent.ClockMet("reply", 1, minute(5), DUE, List.of(DISPATCHED, answered))));
        assertThat(clocks.clocks().latest("preprocess").orElseThrow().open()).isTrue();
    }

    private static ClockEvent completed(Instant at, long marginSeconds) {
        return new ClockEvent.ClockCorrected(
                "reply",
                1,
                at,
                Clocks.Status.BREACHED,
                Clocks.Status.BREACHED,
                ClockEvent.Because.COMPLETED,
                DUE,
                marginSeconds,
                List.of(DISPATCHED, REPLIED));
    }

    @Test
    void a_step_taken_in_time_but_entered_late_meets_the_limit_if_no_verdict_was_given() {
        desk.at(minute(40), c -> c.stop(DeskClock.REPLY, minute(29), REPLIED));
        assertThat(desk.last())
                .isEqualTo(new ClockEvent.ClockMet("reply", 1, minute(29), DUE, List.of(DISPATCHED, REPLIED)));
    }

    @Test
    void a_met_clock_hears_no_timer() {
        desk.at(minute(5), c -> c.stop(DeskClock.REPLY, minute(5), REPLIED))
                .at(minute(24), c -> c.fire("reply", 1))
                .at(minute(31), c -> c.fire("reply", 1));
        assertThat(desk.recorded()).hasSize(2);
    }

    @Test
    void a_clock_that_runs_is_not_started_again() {
        desk.at(minute(5), c -> start(c, minute(5)));
        assertThat(desk.recorded()).hasSize(1);
    }

    @Test
    void after_its_verdict_a_clock_starts_in_a_new_round_and_the_old_verdict_stays() {
        desk.at(minute(31), c -> c.fire("reply", 1))
                .at(minute(60), c -> start(c, minute(60)))
                .at(minute(70), c -> c.stop(DeskClock.REPLY, minute(70), REPLIED));
        assertThat(desk.clocks().rounds("reply")).isEqualTo(2);
        assertThat(desk.clocks().clock("reply", 1).orElseThrow().status()).isEqualTo(Clocks.Status.BREACHED);
        assertThat(desk.clocks().clock("reply", 2).orElseThrow().status()).isEqualTo(Clocks.Status.MET);
    }

    @Test
    void two_promises_run_beside_each_other() {
        desk.at(START, c -> c.startUntil(DeskClock.PROMISE, START, DISPATCHED, minute(10)))
                .at(START, c -> c.startUntil(DeskClock.PROMISE, START, DISPATCHED, minute(20)))
                .at(minute(9), c -> c.stop(DeskClock.PROMISE, 1, minute(9), REPLIED))
                .at(minute(21), c -> c.fire("promise", 2));
        assertThat(desk.clocks().clock("promise", 1).orElseThrow().status()).isEqualTo(Clocks.Status.MET);
        assertThat(desk.clocks().clock("promise", 2).orElseThrow().status()).isEqualTo(Clocks.Status.BREACHED);
    }

    @Test
    void a_paused_clock_keeps_what_was_left_of_its_limit() {
        desk.at(minute(20), c -> c.pause(DeskClock.REPLY, minute(20), "waiting-for-customer", SUSPENDED))
                .at(minute(31), c -> c.fire("reply", 1))
                .at(minute(80), c -> c.resume(DeskClock.REPLY, minute(80), SUSPENDED));
        assertThat(desk.recorded()).hasSize(3);
        assertThat(desk.last()).isEqualTo(new ClockEvent.ClockResumed("reply", 1, minute(80), minute(84), minute(90)));
        desk.at(minute(84), c -> c.fire("reply", 1)).at(minute(90), c -> c.stop(DeskClock.REPLY, minute(90), REPLIED));
        assertThat(desk.recorded().subList(3, 5))
                .hasExactlyElementsOfTypes(ClockEvent.ClockWarned.class, ClockEvent.ClockMet.class);
    }

    @Test
    void a_resumed_clock_is_breached_one_second_after_its_new_limit() {
        desk.at(minute(20), c -> c.pause(DeskClock.REPLY, minute(20), "waiting-for-customer", SUSPENDED))
                .at(minute(80), c -> c.resume(DeskClock.REPLY, minute(80), SUSPENDED))
                .at(minute(91), c -> c.stop(DeskClock.REPLY, minute(90).plusSeconds(1), REPLIED));
        assertThat(desk.last()).isInstanceOf(ClockEvent.ClockBreached.class);
    }

    @Test
    void a_pause_said_to_have_begun_before_the_clock_adds_only_the_time_it_stood() {
        desk.at(minute(1), c -> c.pause(DeskClock.REPLY, minute(-60), "waiting-for-customer", SUSPENDED))
                .at(minute(10), c -> c.resume(DeskClock.REPLY, minute(10), SUSPENDED));
        assertThat(desk.last()).isEqualTo(new ClockEvent.ClockResumed("reply", 1, minute(10), minute(34), minute(40)));
    }

    @Test
    void a_step_taken_while_the_clock_stands_meets_it() {
        desk.at(minute(20), c -> c.pause(DeskClock.REPLY, minute(20), "waiting-for-customer", SUSPENDED))
                .at(minute(50), c -> c.stop(DeskClock.REPLY, minute(50), REPLIED));
        assertThat(desk.last()).isInstanceOf(ClockEvent.ClockMet.class);
    }

    @Test
    void a_clock_past_its_limit_cannot_be_paused_nor_one_that_runs_resumed() {
        desk.at(minute(31), c -> c.pause(DeskClock.REPLY, minute(31), "waiting-for-customer", SUSPENDED))
                .at(minute(31), c -> c.resume(DeskClock.REPLY, minute(31), SUSPENDED));
        assertThat(desk.recorded()).hasSize(1);
    }

    @Test
    void a_clock_withdrawn_as_the_case_reopens_gets_no_verdict_and_starts_anew() {
        desk.at(minute(10), c -> c.withdraw(DeskClock.REPLY, minute(10), "reopened", REOPENED))
                .at(minute(31), c -> c.fire("reply", 1))
                .at(minute(31), c -> c.resume(DeskClock.REPLY, minute(31), SUSPENDED))
                .at(minute(31), c -> c.stop(DeskClock.REPLY, minute(31), REPLIED));
        assertThat(desk.recorded()).hasSize(2);
        assertThat(desk.last())
                .isEqualTo(new ClockEvent.ClockWithdrawn(
                        "reply", 1, minute(10), "reopened", List.of(DISPATCHED, REOPENED)));
        desk.at(minute(40), c -> start(c, minute(40)));
        assertThat(desk.clocks().latest("reply").orElseThrow().round()).isEqualTo(2);
        assertThat(desk.clocks().latest("reply").orElseThrow().dueAt()).isEqualTo(minute(70));
    }

    @Test
    void a_clock_at_its_limit_is_still_withdrawn_and_only_once() {
        desk.at(minute(40), c -> c.withdraw(DeskClock.REPLY, DUE, "reopened", REOPENED))
                .at(minute(41), c -> c.withdraw(DeskClock.REPLY, DUE, "cleared", REOPENED));
        assertThat(desk.recorded()).hasSize(2);
        assertThat(desk.last()).isInstanceOf(ClockEvent.ClockWithdrawn.class);
    }

    @Test
    void a_paused_clock_can_be_withdrawn_too() {
        desk.at(minute(10), c -> c.pause(DeskClock.REPLY, minute(10), "waiting-for-customer", SUSPENDED))
                .at(minute(50), c -> c.withdraw(DeskClock.REPLY, minute(50), "reopened", REOPENED));
        assertThat(desk.clocks().latest("reply").orElseThrow().status()).isEqualTo(Clocks.Status.WITHDRAWN);
    }

    @Test
    void a_clock_past_its_limit_is_breached_by_nobodys_step_and_not_withdrawn() {
        desk.at(minute(31), c -> c.withdraw(DeskClock.REPLY, minute(31), "reopened", REOPENED));
        assertThat(desk.last()).isEqualTo(new ClockEvent.ClockBreached("reply", 1, DUE, DUE, List.of(DISPATCHED)));
        desk.at(minute(32), c -> c.withdraw(DeskClock.REPLY, minute(32), "reopened", REOPENED));
        assertThat(desk.recorded()).hasSize(2);
    }

    @Test
    void a_clock_nobody_started_ignores_everything() {
        Desk empty = new Desk(SitePolicies.standard(DeskClock.values()))
                .at(START, c -> c.stop(DeskClock.PLAN, START, REPLIED))
                .at(START, c -> c.pause(DeskClock.PLAN, START, "waiting-for-customer", SUSPENDED))
                .at(START, c -> c.resume(DeskClock.PLAN, START, SUSPENDED))
                .at(START, c -> c.withdraw(DeskClock.PLAN, START, "reopened", REOPENED))
                .at(START, c -> c.fire("plan", 1));
        assertThat(empty.recorded()).isEmpty();
    }

    @Test
    void every_clock_event_is_caused_by_what_it_rests_on() {
        Decision<ClockEvent> decision =
                new Decision<>(START, SitePolicies.standard(DeskClock.values()), UUID::randomUUID);
        ClockRecorder<ClockEvent> clocks = new ClockRecorder<>(Clocks.none(), decision, event -> event);
        clocks.start(DeskClock.REPLY, Desk.SHANGHAI, START, DISPATCHED);
        clocks.pause(DeskClock.REPLY, minute(1), "waiting-for-customer", SUSPENDED);
        clocks.resume(DeskClock.REPLY, minute(2), SUSPENDED);
        clocks.stop(DeskClock.REPLY, minute(3), REPLIED);
        assertThat(decision.decided())
                .extracting(Decision.DecidedEvent::cause)
                .containsExactly(DISPATCHED, SUSPENDED, SUSPENDED, REPLIED);
    }

    @Test
    void clocks_are_told_in_the_order_they_started() {
        desk.at(START, c -> c.start(DeskClock.PLAN, Desk.SHANGHAI, START, DISPATCHED))
                .at(minute(-5), c -> c.start(DeskClock.PREPROCESS, Desk.SHANGHAI, minute(-5), DISPATCHED));
        assertThat(desk.clocks().inOrder())
                .extracting(Clocks.ClockRound::name)
                .containsExactly("preprocess", "plan", "reply");
    }

    private static void start(ClockRecorder<ClockEvent> clocks, Instant at) {
        clocks.start(DeskClock.REPLY, Desk.SHANGHAI, at, DISPATCHED);
    }

    private static Instant minute(long n) {
        return START.plus(Duration.ofMinutes(n));
    }
}
