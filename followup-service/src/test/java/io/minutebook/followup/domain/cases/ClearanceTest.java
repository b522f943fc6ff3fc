package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.RESOLVED_AGAIN;
import static io.minutebook.followup.domain.cases.Story.call;
import static io.minutebook.followup.domain.cases.Story.callAt;
import static io.minutebook.followup.domain.cases.Story.clear;
import static io.minutebook.followup.domain.cases.Story.clearAt;
import static io.minutebook.followup.domain.cases.Story.clearShown;
import static io.minutebook.followup.domain.cases.Story.clearedCase;
import static io.minutebook.followup.domain.cases.Story.clocks;
import static io.minutebook.followup.domain.cases.Story.due;
import static io.minutebook.followup.domain.cases.Story.known;
import static io.minutebook.followup.domain.cases.Story.minute;
import static io.minutebook.followup.domain.cases.Story.openCase;
import static io.minutebook.followup.domain.cases.Story.plan;
import static io.minutebook.followup.domain.cases.Story.resolve;
import static io.minutebook.followup.domain.cases.Story.resolvedCase;
import static io.minutebook.followup.domain.cases.Story.restoredCase;
import static io.minutebook.followup.domain.cases.Story.told;
import static io.minutebook.followup.domain.cases.Story.toldAmongOthers;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockPolicy;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.testing.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 由受理人员负责向客户确认业务是否修复并销障: the customer clears, not the engineer. */
class ClearanceTest {
    @Test
    void a_case_solved_confirmed_and_cleared_at_the_limit_is_in_time() {
        openCase()
                .when(resolve(0))
                .thenEvents(toldAmongOthers("ResolutionNoted 0", "clearance started 0 due 20"))
                .at(minute(18))
                .when(call(true, true))
                .thenEvents(told("CustomerCalledBack 18 yes", "RestorationConfirmed 18 cycle 1"))
                .at(minute(20))
                .when(clear())
                .thenEvents(told("FaultCleared 20 cycle 1 L1", "clearance MET 20 margin 0 [resolution, #7]"));
    }

    @Test
    void clearing_one_second_before_the_limit_is_in_time_and_one_second_after_it_is_not() {
        restoredCase()
                .at(minute(20).minusSeconds(1))
                .when(clear())
                .thenEvents(told("FaultCleared 19:59 cycle 1 L1", "clearance MET 19:59 margin 1 [resolution, #7]"));
        restoredCase()
                .at(minute(20).plusSeconds(1))
                .when(clear())
                .thenEvents(told("FaultCleared 20:1 cycle 1 L1", "clearance BREACHED 20 margin -1 [resolution, #7]"));
    }

    @Test
    void without_a_resolution_of_this_cycle_nothing_is_cleared() {
        openCase().when(clear()).thenRejected("not-resolved-in-this-cycle");
        openCase().when(plan(0)).when(clear()).thenRejected("not-resolved-in-this-cycle");
        openCase().when(call(true, true)).when(clear()).thenRejected("not-resolved-in-this-cycle");
        resolvedCase().at(minute(1)).when(call(true, false)).when(clear()).thenRejected("not-resolved-in-this-cycle");
    }

    @Test
    void without_the_customers_word_at_or_after_the_resolution_nothing_is_cleared() {
        resolvedCase().when(clear()).thenRejected("restoration-not-confirmed");
        resolvedCase().when(call(false, null)).when(clear()).thenRejected("restoration-not-confirmed");
        resolvedCase().when(call(true, null)).when(clear()).thenRejected("restoration-not-confirmed");
        openCase()
                .at(minute(1))
                .when(call(true, true))
                .at(minute(2))
                .when(resolve(2))
                .when(clear())
                .thenRejected("restoration-not-confirmed");
    }

    /** X4: Resolved 14:00; CallBack 14:10 "no"; "works" 15:00; Resolved at 14:50, rec 15:02; cleared 15:05. Here from ten o'clock on. */
    @Test
    void a_second_cycle_needs_a_resolution_of_its_own_and_the_word_given_after_it_counts() {
        openCase()
                .when(resolve(0))
                .at(minute(10))
                .when(call(true, false))
                .thenEvents(told(
                        "CustomerCalledBack 10 no",
                        "RestorationDenied 10 cycle 1",
                        "clearance WITHDRAWN 10 reopened [resolution, #6]",
                        "survey WITHDRAWN 10 reopened [resolution, #6]"))
                .at(minute(30))
                .when(clear())
                .thenRejected("not-resolved-in-this-cycle")
                .at(minute(60))
                .when(call(true, true))
                .thenEvents(told("CustomerCalledBack 60 yes"))
                .at(minute(62))
                .when(resolve(RESOLVED_AGAIN, 50))
                .thenEvents(toldAmongOthers(
                        "ResolutionNoted 50", "RestorationConfirmed 60 cycle 2", "clearance started 50 due 70"))
                .at(minute(65))
                .when(clear())
                .thenEvents(told("FaultCleared 65 cycle 2 L1", "clearance MET 65 margin 300 [second resolution, #14]"))
                .thenState(clocks(
                        "clearance WITHDRAWN 10 reopened [resolution, #6]",
                        "survey WITHDRAWN 10 reopened [resolution, #6]",
                        "clearance MET 65 margin 300 [second resolution, #14]",
                        "survey RUNNING [second resolution]"));
    }

    @Test
    void a_yes_before_the_resolution_is_no_confirmation_even_when_the_resolution_is_heard_of_later() {
        openCase()
                .at(minute(5))
                .when(call(true, true))
                .thenEvents(told("CustomerCalledBack 5 yes"))
                .at(minute(7))
                .when(resolve(6))
                .thenState(history -> assertThat(history.phase()).isInstanceOf(CaseState.Resolved.class));
    }

    @Test
    void a_cleared_case_withdraws_the_callback_that_nobody_needs_any_more() {
        restoredCase()
                .at(minute(12))
                .when(plan(11))
                .at(minute(13))
                .when(clear())
                .thenEvents(told(
                        "FaultCleared 13 cycle 1 L1",
                        "callback WITHDRAWN 13 cleared [plan, #9]",
                        "clearance MET 13 margin 420 [resolution, #9]"))
                .at(minute(40))
                .when(due("callback", 1))
                .thenNothing();
    }

    @Test
    void a_plan_that_is_heard_of_after_the_clearance_and_came_after_it_is_told_nobody() {
        clearedCase().at(minute(14)).when(plan(13)).thenEvents(told("PlanNoted 13"));
        restoredCase().at(minute(14)).when(plan(13)).when(clearAt(12)).thenRejected("contradicts-later");
    }

    @Test
    void a_clearance_after_its_breach_completes_the_clock_of_its_cycle() {
        restoredCase()
                .at(minute(21))
                .when(due("clearance", 1))
                .thenEvents(told("clearance BREACHED 20 [resolution]"))
                .at(minute(25))
                .when(clear())
                .thenEvents(
                        told(
                                "FaultCleared 25 cycle 1 L1",
                                "clearance was BREACHED 20 [resolution], is BREACHED 20 margin -300 [resolution, #8], COMPLETED"));
    }

    @Test
    void a_clearance_entered_late_takes_the_breach_back_with_evidence_only() {
        restoredCase()
                .at(minute(21))
                .when(due("clearance", 1))
                .at(minute(40))
                .when(clearAt(15))
                .thenRejected("evidence-missing")
                .when(clearShown(15))
                .thenEvents(told(
                        "FaultCleared 15 cycle 1 L1",
                        "clearance was BREACHED 20 [resolution], is MET 15 margin 300 [resolution, #8], LATE_ENTRY"));
    }

    @Test
    void a_fault_is_cleared_once() {
        clearedCase().when(clear()).thenRejected("fault-already-cleared");
        clearedCase().when(call(true, false)).thenRejected("fault-already-cleared");
    }

    @Test
    void an_agent_may_still_call_after_the_clearance() {
        clearedCase().at(minute(30)).when(call(true, null)).thenEvents(told("CustomerCalledBack 30"));
    }

    @Test
    void old_verdicts_stay_in_the_second_cycle() {
        resolvedCase()
                .at(minute(25))
                .when(due("clearance", 1))
                .thenEvents(told("clearance BREACHED 20 [resolution]"))
                .at(minute(26))
                .when(call(true, false))
                .at(minute(60))
                .when(resolve(RESOLVED_AGAIN, 60))
                .at(minute(65))
                .when(call(true, true))
                .at(minute(66))
                .when(clear())
                .thenState(clocks(
                        "clearance BREACHED 20 [resolution]",
                        "survey WITHDRAWN 26 reopened [resolution, #7]",
                        "clearance MET 66 margin 840 [second resolution, #14]",
                        "survey RUNNING [second resolution]"));
    }

    @Test
    void a_customer_may_take_the_yes_back_before_the_clearance() {
        restoredCase()
                .at(minute(11))
                .when(call(true, false))
                .thenEvents(toldAmongOthers("RestorationDenied 11 cycle 1"))
                .thenState(history ->
                        assertThat(known(history).file().ref().cycle()).isEqualTo(2))
                .when(clear())
                .thenRejected("not-resolved-in-this-cycle");
    }

    @Test
    void a_no_from_before_the_resolution_entered_late_is_no_denial() {
        resolvedCase().at(minute(11)).when(callAt(-5, false)).thenEvents(told("CustomerCalledBack -5 no"));
    }

    @Test
    void
            a_no_entered_late_cannot_have_been_said_where_the_customer_is_recorded_to_have_confirmed_the_same_resolution() {
        restoredCase().at(minute(20)).when(callAt(5, false)).thenRejected("contradicts-later");
    }

    @Test
    void a_no_entered_late_reopens_the_case_where_the_fault_was_solved_again_after_it() {
        resolvedCase()
                .at(minute(30))
                .when(resolve(RESOLVED_AGAIN, 30))
                .at(minute(35))
                .when(call(true, true))
                .at(minute(40))
                .when(callAt(10, false))
                .thenState(history -> {
                    assertThat(history.phase()).isInstanceOf(CaseState.Restored.class);
                    assertThat(known(history).file().ref().cycle()).isEqualTo(2);
                });
    }

    @Test
    void a_no_given_before_the_resolution_was_heard_of_is_a_denial_once_it_is() {
        openCase()
                .at(minute(5))
                .when(call(true, false))
                .thenEvents(told("CustomerCalledBack 5 no"))
                .at(minute(6))
                .when(resolve(3))
                .thenEvents(told(
                        "ResolutionNoted 3",
                        "RestorationDenied 5 cycle 1",
                        "clearance started 3 due 23",
                        "clearance WITHDRAWN 5 reopened [resolution, #4]",
                        "survey started 3 due 5159:59",
                        "survey WITHDRAWN 5 reopened [resolution, #4]"));
    }

    @Test
    void before_anybody_says_it_is_solved_a_no_is_no_denial() {
        openCase()
                .when(plan(0))
                .at(minute(5))
                .when(call(true, false))
                .thenEvents(told("CustomerCalledBack 5 no", "callback MET 5 margin 900 [plan, #4]"))
                .at(minute(30))
                .when(resolve(29))
                .thenState(history -> assertThat(history.phase()).isInstanceOf(CaseState.Resolved.class));
    }

    @Test
    void a_resolution_said_after_the_denial_counts_for_the_new_cycle_whoever_had_heard_of_it() {
        resolvedCase()
                .at(minute(5))
                .when(call(true, false))
                .at(minute(6))
                .when(resolve(RESOLVED_AGAIN, 6))
                .thenEvents(toldAmongOthers("clearance started 6 due 26"))
                .thenState(history ->
                        assertThat(known(history).file().ref().cycle()).isEqualTo(2));
    }

    @Test
    void a_second_resolution_of_one_cycle_starts_no_clock_and_the_same_one_twice_changes_nothing() {
        resolvedCase()
                .at(minute(2))
                .when(resolve(RESOLVED_AGAIN, 2))
                .thenEvents(told("ResolutionNoted 2"))
                .when(resolve(RESOLVED_AGAIN, 2))
                .thenNothing();
    }

    @Test
    void an_earlier_resolution_of_one_cycle_heard_of_later_moves_the_start() {
        openCase()
                .at(minute(9))
                .when(resolve(8))
                .when(resolve(RESOLVED_AGAIN, 4))
                .thenEvents(toldAmongOthers(
                        "clearance was RUNNING [resolution], is RUNNING [second resolution], START_MOVED"));
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
                .thenEvents(toldAmongOthers("FaultCleared 10:30 cycle 1 L1"));
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
                .thenEvents(told("PlanNoted 0", "callback started 0 due 20", "clearance started 0 due 20"))
                .at(minute(5))
                .when(resolve(5))
                .thenEvents(told(
                        "ResolutionNoted 5",
                        "callback WITHDRAWN 5 resolved [plan, resolution]",
                        "survey started 5 due 5159:59"))
                .at(minute(15))
                .when(call(true, true))
                .when(clear())
                .thenEvents(toldAmongOthers("clearance MET 15 margin 300 [plan, #10]"));
    }

    @Test
    void where_the_customer_was_sought_in_vain_the_clearance_runs_anew_from_their_yes() {
        resolvedCase()
                .at(minute(10))
                .when(call(false, null))
                .thenEvents(toldAmongOthers("clearance WITHDRAWN 10 customer-unreached [resolution, #5]"))
                .at(minute(150))
                .when(call(true, true))
                .thenEvents(toldAmongOthers("RestorationConfirmed 150 cycle 1", "clearance started 150 due 170"))
                .at(minute(151))
                .when(call(true, true))
                .thenEvents(told("CustomerCalledBack 151 yes", "RestorationConfirmed 151 cycle 1"))
                .at(minute(160))
                .when(clear())
                .thenEvents(toldAmongOthers("clearance MET 160 margin 600 [#9, #14]"));
    }

    @Test
    void every_clock_is_caused_by_the_event_it_runs_from_and_every_word_of_the_customer_by_the_call() {
        resolvedCase()
                .thenFacts(facts ->
                        assertThat(facts).extracting(fact -> fact.cause()).containsOnly(Story.RESOLVED))
                .at(minute(5))
                .when(call(true, false))
                .thenFacts(facts -> assertThat(facts)
                        .extracting(fact -> fact.cause())
                        .containsExactly(null, Scenario.id(5), Scenario.id(6), Scenario.id(6)));
    }
}
