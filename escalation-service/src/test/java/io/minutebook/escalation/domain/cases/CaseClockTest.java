package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.testing.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseClockTest {
    @ParameterizedTest
    @CsvSource({
        "PT29M59S, MET 1",
        "PT30M, MET 1",
        "PT30M1S, BREACHED 1",
    })
    void an_answer_is_due_within_thirty_minutes(String after, String standing) {
        dispatched()
                .at(after(after))
                .when(replyWithoutPlan("no key", "get the key"))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo(standing));
    }

    @ParameterizedTest
    @CsvSource({
        "PT23H59M59S, MET 1",
        "PT24H, MET 1",
        "PT24H1S, BREACHED 1",
    })
    void a_plan_is_due_within_a_day_and_nights_count(String after, String standing) {
        dispatched()
                .at(after(after))
                .when(plan("swap"))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo(standing));
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H59M59S, MET 1",
        "PT25H, MET 1",
        "PT25H1S, BREACHED 1",
    })
    void an_expert_contacts_the_customer_within_a_day_of_the_escalation(String after, String standing) {
        dispatched()
                .at(after("PT1H"))
                .when(escalate(EscalationTier.L2))
                .at(after(after))
                .when(contact())
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo(standing));
    }

    @ParameterizedTest
    @CsvSource({"reply, PT24M, PT30M", "plan, PT19H12M, PT24H"})
    void a_clock_warns_and_then_breaches_by_itself(String clock, String warnAt, String dueAt) {
        dispatched()
                .at(after(warnAt).minusSeconds(1))
                .when(due(clock, 1))
                .thenNothing()
                .at(after(warnAt))
                .when(due(clock, 1))
                .then(clock(new ClockEvent.ClockWarned(clock, 1, after(warnAt), after(dueAt))))
                .when(due(clock, 1))
                .thenNothing()
                .at(after(dueAt))
                .when(due(clock, 1))
                .thenNothing()
                .at(after(dueAt).plusSeconds(1))
                .when(due(clock, 1))
                .then(clock(new ClockEvent.ClockBreached(clock, 1, after(dueAt), after(dueAt), List.of(DISPATCH))))
                .when(due(clock, 1))
                .thenNothing();
    }

    @Test
    void a_reply_after_its_breach_completes_the_clock_whatever_answers_the_dispatch() {
        Scenario<CaseCommand, CaseState, CaseEvent> replied = breached("reply", "PT30M1S");
        replied.at(after("PT40M"))
                .when(replyWithoutPlan("no key", "get the key"))
                .thenIncludes(completed("reply", "PT30M", "PT40M", DISPATCH, 5))
                .when(replyWithoutPlan("no key", "get the key"))
                .thenEvents(events -> assertThat(events).hasSize(1));
        breached("reply", "PT30M1S")
                .at(after("PT40M"))
                .when(plan("swap"))
                .thenIncludes(completed("reply", "PT30M", "PT40M", DISPATCH, 5));
        breached("reply", "PT30M1S")
                .at(after("PT40M"))
                .when(resolve("swapped"))
                .thenIncludes(completed("reply", "PT30M", "PT40M", DISPATCH, 5));
    }

    @Test
    void a_plan_and_a_contact_after_their_breach_complete_their_clocks() {
        breached("plan", "PT24H1S")
                .at(after("PT25H"))
                .when(plan("swap"))
                .thenIncludes(completed("plan", "PT24H", "PT25H", DISPATCH, 5));
        breached("plan", "PT24H1S")
                .at(after("PT25H"))
                .when(resolve("swapped"))
                .thenIncludes(completed("plan", "PT24H", "PT25H", DISPATCH, 5));
        dispatched()
                .when(escalate(EscalationTier.L2))
                .at(after("PT24H1S"))
                .when(due("expert-contact", 1))
                .at(after("PT26H"))
                .when(contact())
                .thenIncludes(completed("expert-contact", "PT24H", "PT26H", Scenario.id(4), 7));
    }

    @Test
    void a_clearance_is_nobodys_contact_and_completes_no_breached_clock() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .when(resolve("done"))
                .at(after("PT24H1S"))
                .when(due("expert-contact", 1))
                .when(new CaseCommand.NoteClearance(heard(9), after("PT25H"), REF))
                .then(new CaseEvent.ClearanceNoted(after("PT25H"), REF));
    }

    @Test
    void an_experts_clock_breaches_by_itself() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .at(after("PT24H1S"))
                .when(due("expert-contact", 1))
                .then(clock(new ClockEvent.ClockBreached(
                        "expert-contact", 1, after("PT24H"), after("PT24H"), List.of(Scenario.id(4)))));
    }

    @Test
    void a_timer_for_a_clock_that_nobody_started_decides_nothing() {
        dispatched().when(due("expert-contact", 1)).thenNothing();
        Scenario.of(new Case(), CaseClock.values()).when(due("reply", 1)).thenNothing();
    }

    private static Scenario<CaseCommand, CaseState, CaseEvent> breached(String clock, String when) {
        return dispatched().at(after(when)).when(due(clock, 1));
    }

    @Test
    void a_suspended_case_keeps_what_is_left_of_its_limits_but_the_answer_is_still_due() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .at(after("PT4H"))
                .when(suspend())
                .thenIncludes(
                        new CaseEvent.CaseSuspended(after("PT4H"), REF, SuspensionReason.WAITING_FOR_PARTS),
                        clock(new ClockEvent.ClockPaused("plan", 1, after("PT4H"), "WAITING_FOR_PARTS")),
                        clock(new ClockEvent.ClockPaused("expert-contact", 1, after("PT4H"), "WAITING_FOR_PARTS")))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("RUNNING 1"))
                .at(after("PT40H"))
                .when(due("plan", 1))
                .thenNothing()
                .at(after("PT54H"))
                .when(resume())
                .thenIncludes(
                        new CaseEvent.CaseResumed(after("PT54H"), REF),
                        clock(new ClockEvent.ClockResumed(
                                "plan", 1, after("PT54H"), after("PT69H12M"), after("PT74H"))))
                .at(after("PT74H"))
                .when(plan("swap"))
                .thenState(state -> {
                    assertThat(standing(state, "plan")).isEqualTo("MET 1");
                    assertThat(dueAt(state, "expert-contact")).isEqualTo(after("PT74H"));
                });
    }

    @Test
    void a_case_suspended_twice_gets_both_pauses_back() {
        dispatched()
                .at(after("PT1H"))
                .when(suspend())
                .at(after("PT3H"))
                .when(resume())
                .at(after("PT4H"))
                .when(suspend())
                .at(after("PT5H"))
                .when(resume())
                .thenState(state -> assertThat(dueAt(state, "plan")).isEqualTo(after("PT27H")))
                .at(after("PT27H1S"))
                .when(due("plan", 1))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("BREACHED 1"));
    }

    @Test
    void a_plan_given_while_the_case_is_suspended_is_in_time() {
        dispatched()
                .at(after("PT23H"))
                .when(suspend())
                .at(after("PT48H"))
                .when(plan("swap"))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("MET 1"))
                .when(resume())
                .then(new CaseEvent.CaseResumed(after("PT48H"), REF));
    }

    @Test
    void a_suspension_after_the_limit_saves_nothing() {
        dispatched()
                .at(after("PT24H1S"))
                .when(suspend())
                .then(new CaseEvent.CaseSuspended(after("PT24H1S"), REF, SuspensionReason.WAITING_FOR_PARTS))
                .when(due("plan", 1))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("BREACHED 1"));
        dispatched()
                .at(after("PT24H1S"))
                .when(due("plan", 1))
                .when(suspend())
                .thenEvents(events -> assertThat(events).hasSize(1));
    }

    @Test
    void a_clock_that_starts_while_the_case_is_suspended_waits_with_it() {
        dispatched()
                .when(suspend())
                .at(after("PT1H"))
                .when(escalate(EscalationTier.L2))
                .thenState(
                        state -> assertThat(standing(state, "expert-contact")).isEqualTo("PAUSED 1"))
                .at(after("PT3H"))
                .when(resume())
                .thenState(state -> assertThat(dueAt(state, "expert-contact")).isEqualTo(after("PT27H")));
        atVendor()
                .when(suspend())
                .when(dispatchTo("chen", DISPATCH, after("PT1H"), REF))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("PAUSED 1"));
    }
}
