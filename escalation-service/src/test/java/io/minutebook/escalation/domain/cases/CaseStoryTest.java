package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseStoryTest {
    @Test
    void a_dispatch_starts_the_limits_for_an_answer_and_a_plan_from_the_dispatch_itself() {
        dispatched()
                .then(
                        new CaseEvent.DispatchReceived(DISPATCHED, REF, SCOPE, "north", "chen", DISPATCH),
                        clock(new ClockEvent.ClockStarted(
                                "reply", 1, DISPATCHED, DISPATCH, null, after("PT24M"), after("PT30M"), "standard/1")),
                        clock(new ClockEvent.ClockStarted(
                                "plan",
                                1,
                                DISPATCHED,
                                DISPATCH,
                                null,
                                after("PT19H12M"),
                                after("PT24H"),
                                "standard/1")));
    }

    @Test
    void an_engineer_takes_the_case_on_and_answers_with_a_plan() {
        dispatched()
                .at(after("PT5M"))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(after("PT5M"), REF, "north", "chen"))
                .at(after("PT12M"))
                .when(replyWithPlan("swap the port"))
                .then(
                        new CaseEvent.EngineerReplied(after("PT12M"), REF, "chen", "swap the port", null, null),
                        clock(new ClockEvent.ClockMet(
                                "reply", 1, after("PT12M"), after("PT30M"), List.of(DISPATCH, Scenario.id(5)))),
                        new CaseEvent.SolutionPlanned(after("PT12M"), REF, "swap the port", Tier.L2, "chen"),
                        clock(new ClockEvent.ClockMet(
                                "plan", 1, after("PT12M"), after("PT24H"), List.of(DISPATCH, Scenario.id(7)))));
    }

    @Test
    void an_engineer_without_a_plan_says_what_is_hard_and_what_comes_next() {
        dispatched()
                .at(after("PT12M"))
                .when(replyWithoutPlan("no access to the cabinet", "ask the landlord for the key"))
                .thenIncludes(new CaseEvent.EngineerReplied(
                        after("PT12M"), REF, "chen", null, "no access to the cabinet", "ask the landlord for the key"))
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("MET 1");
                    assertThat(standing(state, "plan")).isEqualTo("RUNNING 1");
                });
    }

    @Test
    void an_empty_answer_is_no_answer() {
        dispatched().when(replyWithPlan(" ")).thenRejected("text-missing");
        dispatched().when(replyWithoutPlan("hard", "")).thenRejected("text-missing");
        dispatched().when(replyWithoutPlan("\t", "wait")).thenRejected("text-missing");
    }

    @Test
    void a_plan_without_a_reply_before_it_answers_the_dispatch() {
        dispatched().at(after("PT12M")).when(plan("swap the port")).thenState(state -> {
            assertThat(standing(state, "reply")).isEqualTo("MET 1");
            assertThat(standing(state, "plan")).isEqualTo("MET 1");
        });
    }

    @Test
    void a_plan_may_be_revised_and_starts_no_new_limit() {
        dispatched()
                .when(replyWithPlan("swap the port"))
                .at(after("PT3H"))
                .when(plan("swap the board"))
                .then(new CaseEvent.SolutionPlanned(after("PT3H"), REF, "swap the board", Tier.L2, "chen"));
    }

    @Test
    void an_escalation_tells_until_when_the_expert_calls_and_holds_him_to_it() {
        dispatched()
                .at(after("PT1H"))
                .when(escalate(EscalationTier.L2))
                .then(
                        new CaseEvent.EscalatedToL2(after("PT1H"), REF, "out of my depth", true, after("PT25H")),
                        clock(new ClockEvent.ClockStarted(
                                "expert-contact",
                                1,
                                after("PT1H"),
                                Scenario.id(4),
                                null,
                                after("PT20H12M"),
                                after("PT25H"),
                                "standard/1")))
                .at(after("PT6H"))
                .when(contact())
                .thenIncludes(new CaseEvent.ExpertContacted(after("PT6H"), REF, "explained the finding"))
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo("MET 1"));
    }

    @Test
    void an_escalation_the_customer_was_not_told_of_is_recorded_as_such() {
        dispatched()
                .when(new CaseCommand.Escalate(ID, EscalationTier.L2, "hard", false, null))
                .thenIncludes(new CaseEvent.EscalatedToL2(DISPATCHED, REF, "hard", false, after("PT24H")));
    }

    @Test
    void a_case_goes_up_from_tier_to_tier_and_never_down() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(escalate(EscalationTier.L2))
                .thenRejected("already-escalated")
                .when(escalate(EscalationTier.L3))
                .then(new CaseEvent.EscalatedToL3(DISPATCHED, REF, "out of my depth", true))
                .when(escalate(EscalationTier.L2))
                .thenRejected("already-escalated");
    }

    @Test
    void a_hard_fault_may_go_to_the_project_manager_at_once() {
        dispatched()
                .when(escalate(EscalationTier.L3))
                .when(resolve("the partner changed the card"))
                .thenEvents(events -> assertThat(events.getFirst())
                        .isEqualTo(new CaseEvent.Resolved(
                                DISPATCHED, REF, Tier.L3, "the partner changed the card", "north", "chen")));
    }

    @Test
    void a_fault_may_be_solved_before_a_plan_was_written_down() {
        dispatched()
                .at(after("PT25M"))
                .when(resolve("port swapped"))
                .thenIncludes(new CaseEvent.Resolved(after("PT25M"), REF, Tier.L2, "port swapped", "north", "chen"))
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("MET 1");
                    assertThat(standing(state, "plan")).isEqualTo("MET 1");
                });
    }

    @Test
    void the_experts_promise_outlives_the_resolution_until_the_fault_is_cleared() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(suspend())
                .at(after("PT2H"))
                .when(resolve("done"))
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo("RUNNING 1"))
                .when(new CaseCommand.NoteClearance(heard(9), after("PT3H"), REF))
                .thenState(state -> {
                    assertThat(standing(state, "expert-contact")).isEqualTo("MET 1");
                    assertThat(state).isInstanceOf(CaseState.Cleared.class);
                });
    }

    @Test
    void a_vendors_case_has_no_engineers_limits_and_is_solved_by_the_vendor() {
        atVendor()
                .then(new CaseEvent.VendorOrderReceived(DISPATCHED, REF, SCOPE, "Terminal Works", "TW-77", heard(2)))
                .when(plan("replace the terminal"))
                .then(new CaseEvent.SolutionPlanned(DISPATCHED, REF, "replace the terminal", Tier.VENDOR, null))
                .when(resolve("replaced"))
                .then(new CaseEvent.Resolved(DISPATCHED, REF, Tier.VENDOR, "replaced", null, null));
    }

    @Test
    void a_case_that_moves_on_to_the_vendor_owes_no_engineers_answer_but_still_a_plan() {
        dispatched().when(order(heard(2), after("PT10M"), REF)).thenState(state -> {
            assertThat(state).isInstanceOf(CaseState.AtVendor.class);
            assertThat(standing(state, "reply")).isEqualTo("WITHDRAWN 1");
            assertThat(standing(state, "plan")).isEqualTo("RUNNING 1");
        });
        dispatched()
                .when(order(heard(2), after("PT30M"), REF))
                .then(
                        new CaseEvent.VendorOrderReceived(
                                after("PT30M"), REF, SCOPE, "Terminal Works", "TW-77", heard(2)),
                        clock(new ClockEvent.ClockWithdrawn(
                                "reply", 1, after("PT30M"), "passed-to-vendor", List.of(DISPATCH, heard(2)))))
                .when(order(heard(2), after("PT30M"), REF))
                .thenNothing();
    }

    @Test
    void an_engineers_answer_that_was_overdue_stays_so_and_no_plan_of_the_vendor_gives_it() {
        dispatched()
                .when(order(heard(2), after("PT31M"), REF))
                .thenIncludes(clock(
                        new ClockEvent.ClockBreached("reply", 1, after("PT30M"), after("PT30M"), List.of(DISPATCH))))
                .at(after("PT40M"))
                .when(plan("replace the terminal"))
                .thenEvents(events -> assertThat(events).hasSize(2))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("MET 1"));
    }

    @Test
    void a_dispatch_heard_twice_is_heard_once() {
        dispatched()
                .when(dispatchTo("chen", DISPATCH, DISPATCHED, REF))
                .thenNothing()
                .when(replyWithPlan("swap"))
                .when(dispatchTo("chen", DISPATCH, DISPATCHED, REF))
                .thenNothing();
    }

    @Test
    void a_case_passed_to_another_engineer_goes_on_under_the_limits_that_run() {
        dispatched()
                .when(acknowledge())
                .when(dispatchTo("wang", heard(3), after("PT20M"), REF))
                .then(new CaseEvent.DispatchReceived(after("PT20M"), REF, SCOPE, "north", "wang", heard(3)))
                .at(after("PT21M"))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(after("PT21M"), REF, "north", "wang"));
    }

    @Test
    void an_engineer_who_gets_the_case_after_another_failed_to_answer_has_a_limit_of_his_own() {
        dispatched()
                .at(after("PT31M"))
                .when(due("reply", 1))
                .when(dispatchTo("wang", heard(3), after("PT40M"), REF))
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("RUNNING 2");
                    assertThat(dueAt(state, "reply")).isEqualTo(after("PT70M"));
                    assertThat(standing(state, "plan")).isEqualTo("RUNNING 1");
                });
    }

    @Test
    void a_denied_restoration_opens_the_case_in_a_new_cycle_and_the_old_verdicts_stay() {
        Instant denied = after("PT45M");
        resolved()
                .when(deny(denied, REF))
                .then(
                        new CaseEvent.CaseReopened(denied, AGAIN, "still dead"),
                        clock(new ClockEvent.ClockStarted(
                                "reply", 2, denied, heard(5), null, after("PT69M"), after("PT75M"), "standard/1")),
                        clock(new ClockEvent.ClockStarted(
                                "plan",
                                2,
                                denied,
                                heard(5),
                                null,
                                denied.plusSeconds(69120),
                                denied.plusSeconds(86400),
                                "standard/1")))
                .thenState(state -> {
                    CaseFile file = ((CaseState.Known) state).file();
                    assertThat(file.clocks().clock("reply", 1).orElseThrow().open())
                            .isFalse();
                    assertThat(file.plans().planned()).isFalse();
                })
                .when(deny(denied, REF))
                .thenNothing()
                .at(after("PT50M"))
                .when(acknowledge())
                .when(escalate(EscalationTier.L2))
                .when(resolve("board swapped"))
                .thenIncludes(new CaseEvent.Resolved(after("PT50M"), AGAIN, Tier.L2, "board swapped", "north", "chen"))
                .when(deny(denied, REF))
                .thenNothing();
    }

    @Test
    void a_denial_while_the_work_goes_on_opens_nothing() {
        dispatched().when(plan("swap")).when(deny(after("PT30M"), REF)).thenNothing();
    }

    @Test
    void a_dispatch_in_the_next_cycle_opens_the_case_where_the_denial_itself_comes_later() {
        resolved()
                .when(dispatchTo("wang", heard(6), after("PT50M"), AGAIN))
                .thenIncludes(
                        new CaseEvent.CaseReopened(after("PT50M"), AGAIN, null),
                        new CaseEvent.DispatchReceived(after("PT50M"), AGAIN, SCOPE, "north", "wang", heard(6)))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("RUNNING 2"))
                .when(deny(after("PT45M"), REF))
                .thenNothing();
    }

    @Test
    void a_dispatch_that_was_overtaken_by_the_resolution_changes_nothing() {
        resolved().when(dispatchTo("wang", heard(3), after("PT19M"), REF)).thenNothing();
    }

    @Test
    void a_case_that_the_first_line_had_solved_before_starts_here_in_its_later_cycle() {
        Scenario.of(new Case(), CaseClock.values())
                .when(dispatchTo("chen", DISPATCH, DISPATCHED, AGAIN))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(DISPATCHED, AGAIN, "north", "chen"));
    }

    @Test
    void a_vendors_case_is_reopened_at_the_vendor() {
        atVendor()
                .when(resolve("replaced"))
                .when(deny(after("PT1H"), REF))
                .then(new CaseEvent.CaseReopened(after("PT1H"), AGAIN, "still dead"))
                .thenState(state -> assertThat(state).isInstanceOf(CaseState.AtVendor.class));
    }

    @Test
    void a_step_entered_late_counts_from_when_it_was_taken() {
        dispatched()
                .at(after("PT50M"))
                .when(new CaseCommand.ReplyToDispatch(ID, new Reply.WithPlan("swap"), after("PT29M")))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("MET 1"));
    }

    @Test
    void a_verdict_once_given_stands_however_late_the_step_is_entered() {
        dispatched()
                .at(after("PT31M"))
                .when(due("reply", 1))
                .at(after("PT50M"))
                .when(new CaseCommand.ReplyToDispatch(ID, new Reply.WithPlan("swap"), after("PT29M")))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("BREACHED 1"));
    }

    @Test
    void a_step_cannot_have_been_taken_before_the_dispatch_but_clocks_may_differ_a_little() {
        dispatched()
                .when(new CaseCommand.AcknowledgeDispatch(ID, after("-PT61S")))
                .thenRejected("before-the-start")
                .when(new CaseCommand.AcknowledgeDispatch(ID, after("-PT60S")))
                .then(new CaseEvent.DispatchAcknowledged(DISPATCHED, REF, "north", "chen"));
    }

    @Test
    void a_slow_clock_of_this_machine_does_not_put_the_answer_before_the_question() {
        dispatched()
                .at(after("-PT5M"))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(DISPATCHED, REF, "north", "chen"));
    }
}
