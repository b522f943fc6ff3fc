package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.PLANNED;
import static io.minutebook.followup.domain.cases.Story.RESOLVED;
import static io.minutebook.followup.domain.cases.Story.breached;
import static io.minutebook.followup.domain.cases.Story.call;
import static io.minutebook.followup.domain.cases.Story.callAt;
import static io.minutebook.followup.domain.cases.Story.called;
import static io.minutebook.followup.domain.cases.Story.clear;
import static io.minutebook.followup.domain.cases.Story.clearAt;
import static io.minutebook.followup.domain.cases.Story.cleared;
import static io.minutebook.followup.domain.cases.Story.clearedCase;
import static io.minutebook.followup.domain.cases.Story.completed;
import static io.minutebook.followup.domain.cases.Story.confirmed;
import static io.minutebook.followup.domain.cases.Story.denied;
import static io.minutebook.followup.domain.cases.Story.due;
import static io.minutebook.followup.domain.cases.Story.met;
import static io.minutebook.followup.domain.cases.Story.minute;
import static io.minutebook.followup.domain.cases.Story.openCase;
import static io.minutebook.followup.domain.cases.Story.plan;
import static io.minutebook.followup.domain.cases.Story.resolve;
import static io.minutebook.followup.domain.cases.Story.resolvedCase;
import static io.minutebook.followup.domain.cases.Story.restoredCase;
import static io.minutebook.followup.domain.cases.Story.started;
import static io.minutebook.followup.domain.cases.Story.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.minutebook.kernel.ClockPolicy;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.testing.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 由受理人员负责向客户确认业务是否修复并销障: the customer clears, not the engineer. */
class ClearanceTest {
    private static final UUID RESOLVED_AGAIN = Scenario.id(77);

    @Test
    void a_case_solved_confirmed_and_cleared_in_time() {
        resolvedCase()
                .thenIncludes(started("clearance", RESOLVED, 0, 20))
                .at(minute(18))
                .when(call(true, true))
                .then(called(18, true), confirmed(18))
                .at(minute(20))
                .when(clear())
                .then(cleared("L1", 20), met("clearance", 20, 20, RESOLVED, Scenario.id(7)));
    }

    @Test
    void clearing_one_second_after_the_limit_breaches_it() {
        restoredCase()
                .at(minute(20).plusSeconds(1))
                .when(clear())
                .thenIncludes(breached("clearance", 20, RESOLVED, Scenario.id(7)));
    }

    @Test
    void without_the_customers_word_nothing_is_cleared() {
        openCase().when(clear()).thenRejected("restoration-not-confirmed");
        openCase().when(plan(0)).when(clear()).thenRejected("restoration-not-confirmed");
        resolvedCase().when(clear()).thenRejected("restoration-not-confirmed");
        resolvedCase().when(call(false, null)).when(clear()).thenRejected("restoration-not-confirmed");
        resolvedCase().when(call(true, null)).when(clear()).thenRejected("restoration-not-confirmed");
        resolvedCase().when(call(true, false)).when(clear()).thenRejected("restoration-not-confirmed");
    }

    @Test
    void a_cleared_case_withdraws_the_callback_that_nobody_needs_any_more() {
        openCase()
                .at(minute(10))
                .when(plan(5))
                .when(resolve(6))
                .when(callAt(4, true))
                .at(minute(12))
                .when(clear())
                .then(
                        cleared("L1", 12),
                        met("clearance", 12, 26, RESOLVED, Scenario.id(9)),
                        withdrawn("callback", 12, "cleared", PLANNED, Scenario.id(9)))
                .at(minute(40))
                .when(due("callback", 1))
                .thenNothing();
    }

    @Test
    void a_callback_past_its_limit_is_broken_when_the_case_is_cleared() {
        openCase()
                .at(minute(10))
                .when(plan(5))
                .when(resolve(6))
                .when(callAt(4, true))
                .at(minute(26))
                .when(clear())
                .thenIncludes(breached("callback", 25, PLANNED));
    }

    @Test
    void a_reopened_case_that_is_cleared_in_its_second_cycle_leaves_nothing_standing() {
        resolvedCase()
                .at(minute(10))
                .when(call(true, false))
                .at(minute(30))
                .when(call(true, true))
                .at(minute(31))
                .when(clear())
                .thenState(state -> assertThat(
                                ((CaseState.Known) state).file().clocks().inOrder())
                        .extracting(Clocks.ClockRound::name, Clocks.ClockRound::status)
                        .containsExactlyInAnyOrder(
                                tuple("clearance", Clocks.Status.WITHDRAWN), tuple("survey", Clocks.Status.WITHDRAWN)));
    }

    @Test
    void a_clearance_after_its_breach_completes_the_clock_of_its_cycle() {
        restoredCase()
                .at(minute(21))
                .when(due("clearance", 1))
                .at(minute(25))
                .when(clear())
                .then(cleared("L1", 25), completed("clearance", 1, 25, 20, RESOLVED, Scenario.id(8)));
        resolvedCase()
                .at(minute(10))
                .when(call(true, false))
                .at(minute(60))
                .when(resolve(RESOLVED_AGAIN, 2, minute(60)))
                .at(minute(70))
                .when(call(true, true))
                .at(minute(81))
                .when(due("clearance", 2))
                .at(minute(90))
                .when(clear())
                .thenIncludes(completed("clearance", 2, 90, 80, RESOLVED_AGAIN, Scenario.id(15)));
    }

    @Test
    void a_fault_is_cleared_once() {
        clearedCase().when(clear()).thenRejected("fault-already-cleared");
        clearedCase().when(call(true, false)).thenRejected("fault-already-cleared");
    }

    @Test
    void an_agent_may_still_call_after_the_clearance() {
        clearedCase().at(minute(30)).when(call(true, null)).then(called(30, null));
    }

    @Test
    void a_denial_reopens_the_case_and_withdraws_the_clocks_that_waited_for_the_yes() {
        resolvedCase()
                .at(minute(10))
                .when(call(true, false))
                .then(
                        called(10, false),
                        denied(10),
                        withdrawn("clearance", 10, "reopened", RESOLVED, Scenario.id(6)),
                        withdrawn("survey", 10, "reopened", RESOLVED, Scenario.id(6)))
                .thenState(state -> assertThat(state)
                        .isInstanceOfSatisfying(
                                CaseState.Open.class,
                                open -> assertThat(open.file().ref().cycle()).isEqualTo(2)));
    }

    @Test
    void the_second_cycle_has_clocks_of_its_own_and_old_verdicts_stay() {
        resolvedCase()
                .at(minute(25))
                .when(due("clearance", 1))
                .then(breached("clearance", 20, RESOLVED))
                .at(minute(26))
                .when(call(true, false))
                .at(minute(60))
                .when(resolve(RESOLVED_AGAIN, 2, minute(60)))
                .at(minute(65))
                .when(call(true, true))
                .at(minute(66))
                .when(clear())
                .thenState(state -> {
                    Clocks clocks = ((CaseState.Known) state).file().clocks();
                    assertThat(clocks.clock("clearance", 1).orElseThrow().status())
                            .isEqualTo(Clocks.Status.BREACHED);
                    assertThat(clocks.clock("clearance", 2).orElseThrow().status())
                            .isEqualTo(Clocks.Status.MET);
                    assertThat(clocks.clock("survey", 1).orElseThrow().status()).isEqualTo(Clocks.Status.WITHDRAWN);
                    assertThat(clocks.clock("survey", 2).orElseThrow().status()).isEqualTo(Clocks.Status.RUNNING);
                });
    }

    @Test
    void a_customer_may_take_the_yes_back_before_the_clearance() {
        restoredCase()
                .at(minute(11))
                .when(call(true, false))
                .thenIncludes(denied(11))
                .when(clear())
                .thenRejected("restoration-not-confirmed");
    }

    @Test
    void a_yes_without_a_resolution_is_taken_back_without_reopening_anything() {
        openCase()
                .at(minute(5))
                .when(call(true, true))
                .at(minute(6))
                .when(call(true, false))
                .then(called(6, false))
                .when(clear())
                .thenRejected("restoration-not-confirmed")
                .thenState(state -> assertThat(
                                ((CaseState.Known) state).file().ref().cycle())
                        .isEqualTo(1));
    }

    @Test
    void an_old_no_entered_late_does_not_outweigh_a_newer_yes() {
        restoredCase()
                .at(minute(11))
                .when(callAt(5, false))
                .then(called(5, false))
                .when(clear());
    }

    @Test
    void a_no_from_before_the_resolution_entered_late_is_no_denial() {
        resolvedCase().at(minute(11)).when(callAt(-5, false)).then(called(-5, false));
    }

    @Test
    void a_no_given_before_the_resolution_was_heard_of_is_a_denial_once_it_is() {
        openCase()
                .at(minute(5))
                .when(call(true, false))
                .then(called(5, false))
                .at(minute(6))
                .when(resolve(3))
                .thenIncludes(
                        started("clearance", RESOLVED, 3, 23),
                        denied(5),
                        withdrawn("clearance", 5, "reopened", RESOLVED, Scenario.id(6)));
    }

    @Test
    void a_no_that_told_the_plan_stays_one_when_the_fault_is_solved_later() {
        openCase()
                .when(plan(0))
                .at(minute(5))
                .when(call(true, false))
                .at(minute(30))
                .when(resolve(29))
                .thenState(state -> assertThat(state).isInstanceOf(CaseState.Resolved.class));
    }

    @Test
    void a_resolution_heard_of_after_the_clearance_still_gets_its_verdict() {
        openCase()
                .at(minute(5))
                .when(call(true, true))
                .at(minute(6))
                .when(clear())
                .then(cleared(null, 6))
                .at(minute(7))
                .when(resolve(3))
                .thenIncludes(started("clearance", RESOLVED, 3, 23), met("clearance", 6, 23, RESOLVED, RESOLVED));
    }

    @Test
    void a_resolution_from_after_the_clearance_waits_for_nothing_but_the_survey() {
        openCase()
                .at(minute(5))
                .when(call(true, true))
                .when(clear())
                .at(minute(31))
                .when(resolve(30))
                .thenEvents(events ->
                        assertThat(events).hasSize(2).last().asString().contains("clock=survey"));
    }

    @Test
    void the_resolution_of_a_cycle_that_was_denied_is_stale() {
        resolvedCase()
                .at(minute(5))
                .when(call(true, false))
                .when(resolve(RESOLVED_AGAIN, 1, minute(2)))
                .thenNothing();
    }

    @Test
    void a_second_resolution_of_one_cycle_changes_nothing() {
        resolvedCase().when(resolve(RESOLVED_AGAIN, 1, minute(2))).thenNothing();
    }

    @Test
    void a_clearance_entered_late_cannot_come_before_the_customers_word() {
        restoredCase().at(minute(40)).when(clearAt(9)).thenRejected("restoration-not-confirmed");
    }

    @Test
    void a_clearance_said_to_the_minute_of_the_customers_word_follows_it() {
        resolvedCase()
                .at(minute(10).plusSeconds(30))
                .when(call(true, true))
                .when(clearAt(10))
                .thenEvents(events ->
                        assertThat(events.getFirst().at()).isEqualTo(minute(10).plusSeconds(30)));
    }

    @Test
    void where_the_site_reads_the_source_to_the_letter_the_clock_starts_with_the_plan() {
        SitePolicies literal = new SitePolicies(
                List.of(CaseClock.values()),
                Map.of(),
                List.of(new SitePolicies.ClockPolicyRule(
                        "shanghai",
                        null,
                        null,
                        new ClockPolicy(
                                "clearance",
                                "SolutionPlanned",
                                new Limit.Within(Duration.ofMinutes(20), 0.8),
                                "shanghai/1"))));
        openCase()
                .under(literal)
                .when(plan(0))
                .thenEvents(events ->
                        assertThat(events).hasSize(3).last().asString().contains("clock=clearance"))
                .at(minute(5))
                .when(resolve(5))
                .thenEvents(events ->
                        assertThat(events).hasSize(2).last().asString().contains("clock=survey"))
                .at(minute(15))
                .when(call(true, true))
                .when(clear())
                .thenIncludes(met("clearance", 15, 20, PLANNED, Scenario.id(10)));
    }

    @Test
    void every_clock_is_caused_by_the_event_it_runs_from_and_every_word_of_the_customer_by_the_call() {
        resolvedCase()
                .thenFacts(facts ->
                        assertThat(facts).extracting(fact -> fact.cause()).containsOnly(RESOLVED))
                .at(minute(5))
                .when(call(true, false))
                .thenFacts(facts -> assertThat(facts)
                        .extracting(fact -> fact.cause())
                        .containsExactly(null, Scenario.id(5), Scenario.id(6), Scenario.id(6)));
    }
}
