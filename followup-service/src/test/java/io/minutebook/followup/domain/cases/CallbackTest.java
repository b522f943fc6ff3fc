package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.PLANNED;
import static io.minutebook.followup.domain.cases.Story.breached;
import static io.minutebook.followup.domain.cases.Story.call;
import static io.minutebook.followup.domain.cases.Story.callAt;
import static io.minutebook.followup.domain.cases.Story.called;
import static io.minutebook.followup.domain.cases.Story.completed;
import static io.minutebook.followup.domain.cases.Story.confirmed;
import static io.minutebook.followup.domain.cases.Story.due;
import static io.minutebook.followup.domain.cases.Story.met;
import static io.minutebook.followup.domain.cases.Story.minute;
import static io.minutebook.followup.domain.cases.Story.openCase;
import static io.minutebook.followup.domain.cases.Story.plan;
import static io.minutebook.followup.domain.cases.Story.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.Scenario;
import org.junit.jupiter.api.Test;

/** 确定故障处理方案后20分钟内,进行客户回访: within 20 minutes of the plan the customer is called. */
class CallbackTest {
    @Test
    void the_plan_starts_the_callback_clock_from_its_own_time() {
        openCase().at(minute(3)).when(plan(0)).thenIncludes(started("callback", PLANNED, 0, 20));
    }

    @Test
    void reaching_the_customer_one_second_before_the_limit_and_at_it_is_in_time_and_one_second_after_is_not() {
        openCase()
                .when(plan(0))
                .at(minute(20).minusSeconds(1))
                .when(call(true, null))
                .thenEvents(events -> assertThat(events)
                        .hasSize(2)
                        .last()
                        .isNotEqualTo(breached("callback", 20, PLANNED, Scenario.id(4))));
        openCase()
                .when(plan(0))
                .at(minute(20))
                .when(call(true, null))
                .then(called(20, null), met("callback", 20, 20, PLANNED, Scenario.id(4)));
        openCase()
                .when(plan(0))
                .at(minute(20).plusSeconds(1))
                .when(call(true, null))
                .thenIncludes(breached("callback", 20, PLANNED, Scenario.id(4)));
    }

    @Test
    void an_attempt_that_reached_nobody_is_recorded_and_meets_nothing() {
        openCase()
                .when(plan(0))
                .at(minute(5))
                .when(call(false, null))
                .thenEvents(events -> assertThat(events).hasSize(1))
                .at(minute(21))
                .when(due("callback", 1))
                .then(breached("callback", 20, PLANNED));
    }

    @Test
    void only_a_call_that_reaches_the_customer_completes_a_breached_callback_and_only_the_first() {
        openCase()
                .when(plan(0))
                .at(minute(21))
                .when(due("callback", 1))
                .at(minute(22))
                .when(call(false, null))
                .thenEvents(events -> assertThat(events).hasSize(1))
                .at(minute(25))
                .when(call(true, null))
                .then(called(25, null), completed("callback", 1, 25, 20, PLANNED, Scenario.id(6)))
                .when(call(true, null))
                .then(called(25, null));
    }

    @Test
    void nobody_who_was_not_reached_can_say_what_is_restored() {
        openCase().when(plan(0)).when(call(false, false)).thenRejected("customer-not-reached");
    }

    @Test
    void before_anybody_says_it_is_solved_a_no_is_no_denial() {
        openCase()
                .when(plan(0))
                .at(minute(5))
                .when(call(true, false))
                .then(called(5, false), met("callback", 5, 20, PLANNED, Scenario.id(4)));
    }

    @Test
    void a_fault_that_went_away_by_itself_is_confirmed_before_anybody_solved_it() {
        openCase().at(minute(5)).when(call(true, true)).then(called(5, true), confirmed(5));
    }

    @Test
    void a_plan_heard_of_after_the_call_about_it_was_told_in_time() {
        openCase()
                .at(minute(4))
                .when(call(true, null))
                .at(minute(5))
                .when(plan(0))
                .thenIncludes(started("callback", PLANNED, 0, 20), met("callback", 4, 20, PLANNED, PLANNED));
    }

    @Test
    void a_late_entry_of_a_call_made_before_the_plan_does_not_tell_it() {
        openCase().when(plan(0)).at(minute(30)).when(callAt(-5, null)).then(called(-5, null));
    }

    @Test
    void a_late_entry_of_a_call_in_time_meets_the_clock_while_it_has_no_verdict() {
        openCase()
                .when(plan(0))
                .at(minute(40))
                .when(callAt(15, null))
                .then(called(15, null), met("callback", 15, 20, PLANNED, Scenario.id(4)));
    }

    @Test
    void a_verdict_once_given_stands_against_a_late_entry() {
        openCase()
                .when(plan(0))
                .at(minute(21))
                .when(due("callback", 1))
                .at(minute(40))
                .when(callAt(15, null))
                .then(called(15, null), completed("callback", 1, 15, 20, PLANNED, Scenario.id(5)));
    }

    @Test
    void a_call_before_the_case_was_registered_is_refused_but_clocks_may_differ_a_little() {
        openCase().when(callAt(-62, null)).thenRejected("before-the-start");
        openCase().when(callAt(-61, null)).then(called(-60, null));
    }

    @Test
    void the_clock_warns_before_it_breaches() {
        openCase()
                .when(plan(0))
                .at(minute(16))
                .when(due("callback", 1))
                .thenEvents(
                        events -> assertThat(events).singleElement().asString().contains("ClockWarned"))
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
                .when(new CaseCommand.NotePlan(Story.CASE, Scenario.id(99), 1, minute(30)))
                .thenEvents(events -> assertThat(events).hasSize(2));
    }
}
