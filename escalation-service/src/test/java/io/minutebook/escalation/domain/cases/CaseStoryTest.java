package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Stated;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStoryTest {
    @Test
    void a_dispatch_starts_the_limits_for_an_answer_and_a_plan_from_the_dispatch_itself() {
        dispatched()
                .thenEvents(events -> {
                    assertThat(facts(events))
                            .containsExactly(new CaseEvent.DispatchReceived(
                                    DISPATCHED, REF, SCOPE, HandOver.INSTEAD, "north", "chen", DISPATCH));
                    assertThat(ofClocks(events)).containsExactly("ClockStarted reply 1", "ClockStarted plan 1");
                })
                .thenState(state -> {
                    assertThat(state.clocks().latest("reply").orElseThrow().startedBy())
                            .isEqualTo(DISPATCH);
                    assertThat(dueAt(state, "reply")).isEqualTo(after("PT30M"));
                    assertThat(dueAt(state, "plan")).isEqualTo(after("PT24H"));
                });
    }

    @Test
    void an_engineer_takes_the_case_on_and_answers_with_a_plan() {
        Instant at = after("PT12M");
        Instant done = after("PT5H");
        dispatched()
                .at(after("PT5M"))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(after("PT5M"), REF, "north", "chen"))
                .at(at)
                .when(new CaseCommand.ReplyToDispatch(
                        ID, AGENT, new Reply.WithPlan("swap the port", done), Told.staff(), Stated.now()))
                .thenEvents(events -> {
                    assertThat(facts(events))
                            .containsExactly(
                                    replied("chen", at, "swap the port", done),
                                    planned("chen", at, "swap the port", done));
                    assertThat(ofClocks(events)).containsExactly("ClockMet reply 1", "ClockMet plan 1");
                });
    }

    @Test
    void an_engineer_without_a_plan_says_what_is_hard_and_what_comes_next() {
        dispatched()
                .at(after("PT12M"))
                .when(replyWithoutPlan("no access to the cabinet", "ask the landlord for the key"))
                .thenIncludes(new CaseEvent.EngineerReplied(
                        after("PT12M"),
                        REF,
                        "chen",
                        Audience.STAFF,
                        null,
                        null,
                        null,
                        "no access to the cabinet",
                        "ask the landlord for the key"))
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("MET 1 +1080");
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
    void an_answer_told_to_the_customer_names_the_contact_in_which_they_were_reached() {
        Contact call = new Contact(true, "call-7", null, null, null);
        Reply hard = new Reply.WithoutPlan("no key", "get the key");
        dispatched()
                .when(new CaseCommand.ReplyToDispatch(ID, AGENT, hard, new Told(Audience.CUSTOMER, null), Stated.now()))
                .thenRejected("contact-missing")
                .when(new CaseCommand.ReplyToDispatch(
                        ID,
                        AGENT,
                        hard,
                        new Told(Audience.CUSTOMER, new Contact(false, "call-6", null, null, null)),
                        Stated.now()))
                .thenRejected("contact-missing")
                .when(new CaseCommand.ReplyToDispatch(ID, AGENT, hard, new Told(Audience.CUSTOMER, call), Stated.now()))
                .thenIncludes(new CaseEvent.EngineerReplied(
                        DISPATCHED, REF, "chen", Audience.CUSTOMER, call, null, null, "no key", "get the key"));
    }

    @Test
    void an_engineer_who_owes_an_answer_gives_it_with_the_plan() {
        Instant at = after("PT12M");
        dispatched()
                .at(at)
                .when(plan("swap the port"))
                .thenFacts(decided -> {
                    assertThat(decided.stream()
                                    .map(Decision.DecidedEvent::event)
                                    .limit(2))
                            .containsExactly(
                                    replied("chen", at, "swap the port", null),
                                    planned("chen", at, "swap the port", null));
                    assertThat(decided.get(1).cause()).isEqualTo(decided.get(0).id());
                })
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("MET 1 +1080");
                    assertThat(standing(state, "plan")).isEqualTo("MET 1 +85680");
                })
                .at(after("PT3H"))
                .when(plan("swap the board"))
                .then(planned("chen", after("PT3H"), "swap the board", null));
    }

    @Test
    void a_plan_of_the_expert_is_no_answer_of_the_engineer() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .at(after("PT20M"))
                .when(planOf(new Whose("zhang", null), "replace the card"))
                .thenEvents(events -> assertThat(facts(events))
                        .hasSize(1)
                        .first()
                        .satisfies(event -> {
                            assertThat(((CaseEvent.SolutionPlanned) event).engineer())
                                    .isNull();
                            assertThat(((CaseEvent.SolutionPlanned) event).tier())
                                    .isEqualTo(EscalationTier.L2);
                        }))
                .thenState(state -> {
                    assertThat(standing(state, "plan")).startsWith("MET 1");
                    assertThat(standing(state, "reply")).isEqualTo("RUNNING 1");
                })
                .when(planOf(new Whose("chen", null), "and the port"))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("MET 1 +600"));
    }

    @Test
    void nobody_is_done_before_the_plan_is_made() {
        dispatched()
                .at(after("PT1H"))
                .when(new CaseCommand.PlanSolution(
                        ID, AGENT, new Reply.WithPlan("swap", after("PT59M")), Told.staff(), Stated.now()))
                .thenRejected("out-of-order");
    }

    @Test
    void an_escalation_tells_until_when_the_expert_calls_and_holds_him_to_it() {
        dispatched()
                .at(after("PT1H"))
                .when(escalate(EscalationTier.L2))
                .thenIncludes(new CaseEvent.EscalatedToL2(after("PT1H"), REF, "out of my depth", true, after("PT25H")))
                .at(after("PT6H"))
                .when(contact())
                .thenIncludes(new CaseEvent.ExpertContacted(after("PT6H"), REF, null, "explained the finding"))
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo("MET 1 +68400"));
    }

    @Test
    void an_expert_who_did_not_reach_the_customer_still_owes_the_call() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(new CaseCommand.ContactCustomerAsExpert(
                        ID, new Contact(false, null, null, null, "13800000000"), "no answer", Stated.now()))
                .thenEvents(events -> assertThat(facts(events)).hasSize(1))
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo("RUNNING 1"));
    }

    @Test
    void the_experts_promise_outlives_the_resolution_until_the_fault_is_cleared() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .at(after("PT2H"))
                .when(resolve("done"))
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo("RUNNING 1"))
                .when(clear(after("PT3H"), REF))
                .thenState(state -> {
                    assertThat(standing(state, "expert-contact")).isEqualTo("WITHDRAWN 1 cleared");
                    assertThat(state.phase()).isInstanceOf(CaseState.Cleared.class);
                });
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(resolve("swapped"))
                .when(deny(after("PT1H"), REF))
                .at(after("PT2H"))
                .when(contact())
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).startsWith("MET 1"));
    }

    @Test
    void a_hard_fault_may_skip_the_expert() {
        dispatched()
                .when(escalate(EscalationTier.L3))
                .then(new CaseEvent.EscalatedToL3(DISPATCHED, REF, "out of my depth", true))
                .when(contact())
                .thenRejected("rests-on-missing");
    }

    @Test
    void a_vendors_case_has_no_limits_here_and_is_solved_by_the_vendor() {
        atVendor()
                .then(new CaseEvent.VendorOrderReceived(
                        DISPATCHED, REF, SCOPE, HandOver.INSTEAD, "Terminal Works", "TW-77", heard(2)))
                .when(resolve("replaced"))
                .then(new CaseEvent.Resolved(
                        DISPATCHED,
                        REF,
                        EscalationTier.L1,
                        ResolutionOutcome.FIXED,
                        Holder.VENDOR,
                        "Terminal Works",
                        "replaced"));
    }

    @Test
    void an_expert_gets_a_vendors_case_by_an_escalation() {
        atVendor().at(after("PT1H")).when(escalate(EscalationTier.L2)).thenState(state -> {
            assertThat(file(state).hands().holder()).isEqualTo(Holder.EXPERT);
            assertThat(standing(state, "plan")).isEqualTo("RUNNING 1");
            assertThat(standing(state, "reply")).isEqualTo("not started");
        });
    }

    @Test
    void an_engineer_who_gives_the_work_back_owes_no_answer_and_another_one_gets_it() {
        dispatched()
                .at(after("PT18M"))
                .when(returnWork(WorkFinding.OTHER_PROJECT))
                .thenIncludes(new CaseEvent.WorkReturned(
                        after("PT18M"), REF, "chen", WorkFinding.OTHER_PROJECT, "the terminal is broken"))
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("WITHDRAWN 1 returned");
                    assertThat(standing(state, "plan")).isEqualTo("RUNNING 1");
                })
                .when(dispatchTo("wang", HandOver.FIRST, 3, after("PT25M"), REF))
                .thenState(state -> {
                    assertThat(dueAt(state, "reply")).isEqualTo(after("PT55M"));
                    assertThat(standing(state, "plan")).isEqualTo("RUNNING 1");
                });
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # escalated, outcome, solvedBy, solver, tier, solved by, the solver
            -,     -,                   -,        -,     L1, ENGINEER, chen
            L2,    -,                   -,        -,     L2, EXPERT,   liu
            L3,    -,                   -,        -,     L3, MANAGER,  liu
            L2,    FIXED,               ENGINEER, -,     L2, ENGINEER, chen
            L3,    FIXED,               PARTNER,  zhao,  L3, PARTNER,  zhao
            -,     REMEDY_GIVEN,        EXPERT,   zhang, L1, EXPERT,   zhang
            -,     RECOVERED_BY_ITSELF, -,        -,     L1, -,        -
            """)
    void a_resolution_says_how_far_the_case_was_escalated_and_beside_that_who_solved_it(
            @Nullable EscalationTier escalated,
            @Nullable ResolutionOutcome outcome,
            @Nullable Holder solvedBy,
            @Nullable String solver,
            EscalationTier tier,
            @Nullable Holder expectedSolvedBy,
            @Nullable String expectedSolver) {
        Scenario<CaseCommand, ?, CaseEvent> story = dispatched();
        if (escalated != null) {
            story.when(escalate(escalated));
        }
        story.at(after("PT10M"))
                .when(resolve("swapped", outcome, solvedBy, solver))
                .thenIncludes(new CaseEvent.Resolved(
                        after("PT10M"),
                        REF,
                        tier,
                        outcome == null ? ResolutionOutcome.FIXED : outcome,
                        expectedSolvedBy,
                        expectedSolver,
                        "swapped"));
    }

    @ParameterizedTest
    @EnumSource(ResolutionOutcome.class)
    void who_solved_it_is_said_only_of_what_was_solved(ResolutionOutcome outcome) {
        Scenario<CaseCommand, ?, CaseEvent> story = dispatched();
        story.when(resolve("over", outcome, Holder.EXPERT, "zhang"));
        if (outcome.solved()) {
            story.thenEvents(events -> assertThat(events).isNotEmpty());
        } else {
            story.thenRejected("outcome-does-not-fit");
        }
    }

    @Test
    void a_tier_once_reached_stays_that_of_the_case_in_the_next_cycle() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(resolve("swapped"))
                .when(deny(after("PT1H"), REF))
                .at(after("PT2H"))
                .when(resolve("swapped again", null, Holder.ENGINEER, "chen"))
                .thenIncludes(new CaseEvent.Resolved(
                        after("PT2H"),
                        AGAIN,
                        EscalationTier.L2,
                        ResolutionOutcome.FIXED,
                        Holder.ENGINEER,
                        "chen",
                        "swapped again"));
    }

    @Test
    void a_denied_restoration_gives_the_case_back_to_its_solver_whose_limits_start_anew() {
        Instant denied = after("PT45M");
        resolved()
                .when(deny(denied, REF))
                .thenEvents(events -> {
                    assertThat(facts(events))
                            .containsExactly(
                                    new CaseEvent.CaseReopened(denied, AGAIN, "still dead", Holder.ENGINEER, "chen"));
                    assertThat(ofClocks(events)).containsExactly("ClockStarted reply 2", "ClockStarted plan 2");
                })
                .thenState(state -> {
                    assertThat(standing(state, "reply", 1)).isEqualTo("MET 1 +600");
                    assertThat(dueAt(state, "reply")).isEqualTo(after("PT75M"));
                    assertThat(dueAt(state, "plan")).isEqualTo(denied.plusSeconds(86_400));
                    assertThat(file(state).planned()).isFalse();
                })
                .at(after("PT50M"))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(after("PT50M"), AGAIN, "north", "chen"));
    }

    @Test
    void a_clock_that_starts_with_a_reopening_names_the_published_reopening() {
        resolved()
                .when(deny(after("PT45M"), REF))
                .thenFacts(decided -> assertThat(decided.get(0).event()).isInstanceOf(CaseEvent.CaseReopened.class))
                .thenState(state -> assertThat(state.facts().stream()
                                .filter(fact -> fact.event() instanceof CaseEvent.CaseReopened)
                                .map(fact -> fact.id()))
                        .containsExactly(
                                state.clocks().latest("reply").orElseThrow().startedBy()));
    }

    @Test
    void a_case_that_the_second_engineer_solved_goes_back_to_him() {
        dispatched()
                .when(dispatchTo("wang", HandOver.BESIDE, 3, after("PT5M"), REF))
                .at(after("PT40M"))
                .when(resolve("swapped", null, Holder.ENGINEER, "wang"))
                .when(deny(after("PT1H"), REF))
                .thenIncludes(new CaseEvent.CaseReopened(after("PT1H"), AGAIN, "still dead", Holder.ENGINEER, "wang"))
                .thenState(state -> assertThat(
                                state.clocks().latest("reply").orElseThrow().dueAt())
                        .isEqualTo(after("PT90M")));
    }

    @Test
    void a_case_goes_back_to_the_expert_or_the_vendor_who_solved_it() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(resolve("done"))
                .when(deny(after("PT1H"), REF))
                .thenState(state -> {
                    assertThat(file(state).hands().holder()).isEqualTo(Holder.EXPERT);
                    assertThat(standing(state, "reply")).isEqualTo("WITHDRAWN 1 resolved");
                    assertThat(standing(state, "plan")).isEqualTo("RUNNING 2");
                });
        atVendor()
                .when(resolve("replaced"))
                .when(deny(after("PT1H"), REF))
                .then(new CaseEvent.CaseReopened(after("PT1H"), AGAIN, "still dead", Holder.VENDOR, null))
                .thenState(state -> assertThat(file(state).hands().atVendor()).isTrue());
    }

    @Test
    void a_case_that_ended_by_itself_goes_back_to_who_had_it_last() {
        dispatched()
                .when(resolve("works again", ResolutionOutcome.RECOVERED_BY_ITSELF, null, null))
                .when(deny(after("PT1H"), REF))
                .thenIncludes(new CaseEvent.CaseReopened(after("PT1H"), AGAIN, "still dead", Holder.ENGINEER, "chen"));
    }

    @Test
    void a_denial_told_to_the_minute_comes_after_the_resolution_that_it_denies() {
        dispatched()
                .at(after("PT20M30S"))
                .when(resolve("swapped"))
                .when(deny(after("PT20M"), REF))
                .thenEvents(events -> assertThat(facts(events))
                        .first()
                        .extracting(CaseEvent::at)
                        .isEqualTo(after("PT20M30S")));
    }

    @Test
    void a_denial_while_the_work_goes_on_opens_nothing() {
        dispatched().when(plan("swap")).when(deny(after("PT30M"), REF)).thenNothing();
    }

    @Test
    void a_dispatch_in_the_next_cycle_opens_the_case_and_the_denial_is_entered_where_it_belongs() {
        resolved()
                .when(dispatchTo("wang", 6, after("PT50M"), AGAIN))
                .thenState(state -> {
                    assertThat(file(state).ref().cycle()).isEqualTo(2);
                    assertThat(dueAt(state, "plan")).isEqualTo(after("PT50M").plusSeconds(86_400));
                })
                .when(deny(after("PT45M"), REF))
                .thenEvents(events -> {
                    assertThat(facts(events))
                            .containsExactly(new CaseEvent.CaseReopened(
                                    after("PT45M"), AGAIN, "still dead", Holder.ENGINEER, "chen"));
                    assertThat(ofClocks(events))
                            .containsExactlyInAnyOrder(
                                    "ClockStarted reply 3", "ClockWithdrawn reply 3", "ClockCorrected plan 2");
                })
                .thenState(state -> {
                    assertThat(file(state).hands().lead())
                            .extracting(Hands.Engineer::name)
                            .isEqualTo("wang");
                    assertThat(standing(state, "reply", 3)).isEqualTo("WITHDRAWN 3 reassigned");
                    assertThat(dueAt(state, "plan")).isEqualTo(after("PT45M").plusSeconds(86_400));
                });
    }

    @Test
    void a_dispatch_that_is_heard_after_the_resolution_happened_before_it() {
        resolved().when(dispatchTo("wang", 3, after("PT19M"), REF)).thenState(state -> {
            assertThat(state.phase()).isInstanceOf(CaseState.Resolved.class);
            assertThat(standing(state, "reply", 1)).isEqualTo("WITHDRAWN 1 reassigned");
            assertThat(standing(state, "reply", 2)).isEqualTo("WITHDRAWN 2 resolved");
        });
    }

    @Test
    void a_case_that_the_first_line_had_solved_before_starts_here_in_its_later_cycle() {
        story().when(dispatchTo("chen", 1, DISPATCHED, AGAIN))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(DISPATCHED, AGAIN, "north", "chen"));
    }

    @Test
    void steps_that_rest_on_each_other_keep_their_order() {
        dispatched()
                .at(after("PT2H"))
                .when(plan("swap"))
                .at(after("PT3H"))
                .when(stated(after("PT1H"), resolve("swapped")))
                .thenRejected("contradicts-later");
        dispatched()
                .at(after("PT2H"))
                .when(escalate(EscalationTier.L2))
                .at(after("PT3H"))
                .when(stated(after("PT1H"), contact()))
                .thenRejected("out-of-order");
        dispatched()
                .when(dispatchTo("wang", 3, after("PT20M"), REF))
                .at(after("PT30M"))
                .when(stated(after("PT10M"), replyByName("wang")))
                .thenRejected("out-of-order")
                .when(replyByName("zhao"))
                .thenRejected("rests-on-missing");
        dispatched()
                .at(after("PT2H"))
                .when(suspend())
                .at(after("PT3H"))
                .when(stated(after("PT1H"), resume()))
                .thenRejected("out-of-order");
    }

    @Test
    void a_late_step_is_judged_by_what_had_happened_before_it() {
        cleared()
                .at(after("PT50M"))
                .when(stated(after("PT10M"), replyOf("chen"), "call 7"))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("MET 1 +1200"));
        dispatched()
                .when(dispatchTo("wang", 3, after("PT20M"), REF))
                .at(after("PT30M"))
                .when(stated(after("PT10M"), replyOf("chen")))
                .thenState(state -> assertThat(standing(state, "reply", 1)).isEqualTo("MET 1 +1200"));
    }

    @Test
    void a_step_cannot_have_been_taken_before_the_dispatch_but_clocks_may_differ_a_little() {
        dispatched()
                .when(stated(after("-PT61S"), acknowledge()))
                .thenRejected("before-the-start")
                .when(stated(after("-PT60S"), acknowledge()))
                .then(new CaseEvent.DispatchAcknowledged(DISPATCHED, REF, "north", "chen"));
    }

    @Test
    void a_slow_clock_of_this_machine_does_not_put_the_answer_before_the_question() {
        dispatched()
                .at(after("-PT5M"))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(DISPATCHED, REF, "north", "chen"));
        resolved()
                .when(deny(after("PT45M"), REF))
                .at(after("PT44M59S"))
                .when(acknowledge())
                .then(new CaseEvent.DispatchAcknowledged(after("PT45M"), AGAIN, "north", "chen"));
    }

    private static CaseCommand replyByName(String engineer) {
        return new CaseCommand.ReplyToDispatch(
                ID, new Whose("liu", engineer), new Reply.WithoutPlan("no key", "get it"), Told.staff(), Stated.now());
    }

    private static CaseEvent replied(String engineer, Instant at, String plan, @Nullable Instant done) {
        return new CaseEvent.EngineerReplied(at, REF, engineer, Audience.STAFF, null, plan, done, null, null);
    }

    private static CaseEvent planned(String engineer, Instant at, String plan, @Nullable Instant done) {
        return new CaseEvent.SolutionPlanned(at, REF, plan, EscalationTier.L1, engineer, Audience.STAFF, null, done);
    }

    @Test
    void every_fact_of_another_service_is_kept_under_the_id_that_it_was_published_with() {
        cleared()
                .thenState(state -> assertThat(List.of(
                                state.facts().getFirst().id(),
                                state.facts().getLast().id()))
                        .containsExactly(heard(1), heard(9)));
    }
}
