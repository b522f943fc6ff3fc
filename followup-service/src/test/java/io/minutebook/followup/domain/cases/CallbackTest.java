package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.call;
import static io.minutebook.followup.domain.cases.Story.callAt;
import static io.minutebook.followup.domain.cases.Story.callShown;
import static io.minutebook.followup.domain.cases.Story.clocks;
import static io.minutebook.followup.domain.cases.Story.due;
import static io.minutebook.followup.domain.cases.Story.minute;
import static io.minutebook.followup.domain.cases.Story.openCase;
import static io.minutebook.followup.domain.cases.Story.plan;
import static io.minutebook.followup.domain.cases.Story.resolve;
import static io.minutebook.followup.domain.cases.Story.told;

import io.minutebook.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 确定故障处理方案后20分钟内,进行客户回访: within 20 minutes of the plan the customer is called. */
class CallbackTest {
    @Test
    void the_plan_starts_the_callback_clock_from_its_own_time() {
        openCase().at(minute(3)).when(plan(0)).thenEvents(told("PlanNoted 0", "callback started 0 due 20"));
    }

    @Test
    void reaching_the_customer_one_second_before_the_limit_and_at_it_is_in_time_and_one_second_after_is_not() {
        openCase()
                .when(plan(0))
                .at(minute(20).minusSeconds(1))
                .when(call(true, null))
                .thenEvents(told("CustomerCalledBack 19:59", "callback MET 19:59 margin 1 [plan, #4]"));
        openCase()
                .when(plan(0))
                .at(minute(20))
                .when(call(true, null))
                .thenEvents(told("CustomerCalledBack 20", "callback MET 20 margin 0 [plan, #4]"));
        openCase()
                .when(plan(0))
                .at(minute(20).plusSeconds(1))
                .when(call(true, null))
                .thenEvents(told("CustomerCalledBack 20:1", "callback BREACHED 20 margin -1 [plan, #4]"));
    }

    @Test
    void an_attempt_that_reached_nobody_is_recorded_and_nobody_has_to_call_about_this_plan_in_20_minutes() {
        openCase()
                .when(plan(0))
                .at(minute(5))
                .when(call(false, null))
                .thenEvents(told(
                        "CustomerCalledBack 5 unreached",
                        "callback WITHDRAWN 5 customer-unreached [plan, #4]",
                        "callback-retry started 5 due 245"));
    }

    @Test
    void only_a_call_that_reaches_the_customer_completes_a_breached_callback_and_only_the_first() {
        openCase()
                .when(plan(0))
                .at(minute(21))
                .when(due("callback", 1))
                .thenEvents(told("callback BREACHED 20 [plan]"))
                .at(minute(22))
                .when(call(false, null))
                .thenEvents(told("CustomerCalledBack 22 unreached", "callback-retry started 22 due 262"))
                .at(minute(25))
                .when(call(true, null))
                .thenEvents(told(
                        "CustomerCalledBack 25",
                        "callback was BREACHED 20 [plan], is BREACHED 20 margin -300 [plan, #7], COMPLETED",
                        "callback-retry MET 25 margin 14220 [#5, #7]"))
                .at(minute(26))
                .when(call(true, null))
                .thenEvents(told("CustomerCalledBack 26"));
    }

    @Test
    void nobody_who_was_not_reached_can_say_what_is_restored() {
        openCase().when(plan(0)).when(call(false, false)).thenRejected("customer-not-reached");
    }

    @Test
    void a_plan_heard_of_after_the_call_about_it_was_told_in_time_by_that_call() {
        openCase()
                .at(minute(4))
                .when(call(true, null))
                .at(minute(5))
                .when(plan(0))
                .thenEvents(told("PlanNoted 0", "callback started 0 due 20", "callback MET 4 margin 960 [plan, #2]"));
    }

    @Test
    void a_call_made_before_the_plan_does_not_tell_it_whichever_was_entered_first() {
        openCase()
                .when(plan(0))
                .at(minute(15))
                .when(callAt(-5, null))
                .thenEvents(told("CustomerCalledBack -5"))
                .thenState(clocks("callback RUNNING [plan]"));
        openCase()
                .at(minute(-5))
                .when(call(true, null))
                .at(minute(1))
                .when(plan(0))
                .thenState(clocks("callback RUNNING [plan]"));
    }

    @Test
    void a_late_entry_of_a_call_in_time_meets_the_clock_while_it_has_no_verdict() {
        openCase()
                .when(plan(0))
                .at(minute(40))
                .when(callAt(15, null))
                .thenEvents(told("CustomerCalledBack 15", "callback MET 15 margin 300 [plan, #4]"));
    }

    @Test
    void a_late_entry_takes_a_breach_back_only_with_evidence() {
        openCase()
                .when(plan(0))
                .at(minute(21))
                .when(due("callback", 1))
                .at(minute(40))
                .when(callAt(15, null))
                .thenRejected("evidence-missing")
                .when(callShown(15, null))
                .thenEvents(told(
                        "CustomerCalledBack 15",
                        "callback was BREACHED 20 [plan], is MET 15 margin 300 [plan, #5], LATE_ENTRY"));
    }

    @Test
    void a_late_entry_of_a_late_call_completes_the_breach() {
        openCase()
                .when(plan(0))
                .at(minute(21))
                .when(due("callback", 1))
                .at(minute(40))
                .when(callAt(27, null))
                .thenEvents(told(
                        "CustomerCalledBack 27",
                        "callback was BREACHED 20 [plan], is BREACHED 20 margin -420 [plan, #5], COMPLETED"));
    }

    @Test
    void the_clearance_call_takes_the_place_of_the_callback_once_the_fault_is_solved() {
        openCase()
                .when(plan(0))
                .at(minute(8))
                .when(resolve(8))
                .thenState(clocks(
                        "callback WITHDRAWN 8 resolved [plan, resolution]",
                        "clearance RUNNING [resolution]",
                        "survey RUNNING [resolution]"));
    }

    @Test
    void a_resolution_after_the_limit_leaves_the_breach_as_it_is() {
        openCase()
                .when(plan(0))
                .at(minute(25))
                .when(resolve(21))
                .thenState(clocks(
                        "callback BREACHED 20 [plan]",
                        "clearance RUNNING [resolution]",
                        "survey RUNNING [resolution]"));
    }

    @Test
    void a_call_before_the_case_was_registered_is_refused_but_clocks_may_differ_a_little() {
        openCase().when(callAt(-62, null)).thenRejected("before-the-start");
        openCase().when(callAt(-61, null)).thenEvents(told("CustomerCalledBack -60"));
    }

    @Test
    void the_clock_warns_before_it_breaches() {
        openCase()
                .when(plan(0))
                .at(minute(16))
                .when(due("callback", 1))
                .thenEvents(told("callback warned 16"))
                .when(due("callback", 1))
                .thenNothing();
    }

    @Test
    void the_same_plan_twice_changes_nothing_and_a_new_one_is_told_anew() {
        openCase()
                .when(plan(0))
                .when(plan(0))
                .thenNothing()
                .at(minute(5))
                .when(call(true, null))
                .at(minute(30))
                .when(new CaseCommand.NotePlan(Story.CASE, Scenario.id(99), false, minute(30)))
                .thenEvents(told("PlanNoted 30", "callback started 30 due 50"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseType.class,
            names = {"ENQUIRY", "SUGGESTION", "COMPLAINT"})
    void nobody_owes_a_callback_or_a_clearance_where_nothing_is_broken(CaseType type) {
        openCase(type)
                .when(plan(0))
                .thenEvents(told("PlanNoted 0"))
                .when(resolve(0))
                .when(call(true, true))
                .thenState(history -> org.assertj.core.api.Assertions.assertThat(
                                history.clocks().inOrder())
                        .extracting(clock -> clock.name())
                        .isSubsetOf("survey"));
    }
}
