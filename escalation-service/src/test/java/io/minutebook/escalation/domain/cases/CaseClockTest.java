package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Stated;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the table of clocks that this service judges, and the worked examples of them. */
class CaseClockTest {
    @ParameterizedTest
    @CsvSource({"PT29M59S, MET 1 +1", "PT30M, MET 1 +0", "PT30M1S, BREACHED 1 -1"})
    void an_answer_is_due_within_thirty_minutes(String after, String standing) {
        dispatched()
                .at(after(after))
                .when(replyOf("chen"))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo(standing));
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M59S, MET 1 +1", "PT24H, MET 1 +0", "PT24H1S, BREACHED 1 -1"})
    void a_plan_is_due_within_a_day_and_nights_count(String after, String standing) {
        dispatched()
                .at(after(after))
                .when(plan("swap"))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo(standing));
    }

    @ParameterizedTest
    @CsvSource({"PT24H59M59S, MET 1 +1", "PT25H, MET 1 +0", "PT25H1S, BREACHED 1 -1"})
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
                .thenEvents(events -> assertThat(ofClocks(events)).containsExactly("ClockWarned " + clock + " 1"))
                .when(due(clock, 1))
                .thenNothing()
                .at(after(dueAt))
                .when(due(clock, 1))
                .thenNothing()
                .at(after(dueAt).plusSeconds(1))
                .when(due(clock, 1))
                .thenEvents(events -> assertThat(ofClocks(events)).containsExactly("ClockBreached " + clock + " 1"))
                .when(due(clock, 1))
                .thenNothing();
    }

    @Test
    void a_timer_for_a_clock_that_nobody_started_decides_nothing() {
        dispatched().when(due("expert-contact", 1)).thenNothing();
        story().when(due("reply", 1)).thenNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "reply, WITHDRAWN 1 passed-to-vendor, WITHDRAWN 1 resolved, WITHDRAWN 1 cleared, RUNNING 1",
        "plan, WITHDRAWN 1 passed-to-vendor, WITHDRAWN 1 resolved, WITHDRAWN 1 cleared, RUNNING 1",
        "expert-contact, RUNNING 1, RUNNING 1, WITHDRAWN 1 cleared, RUNNING 1",
    })
    void what_ends_a_clock_within_its_limit_never_meets_it(
            String clock, String vendor, String resolved, String cleared, String untouched) {
        Instant at = after("PT30M");
        ended(order(3, at, REF), clock, vendor);
        ended(order(HandOver.BESIDE, 3, at, REF), clock, untouched);
        ended(resolve("swapped"), clock, resolved);
        ended(clear(at, REF), clock, cleared);
        ended(escalate(EscalationTier.L3), clock, untouched);
        ended(acknowledge(), clock, untouched);
        ended(progress(), clock, untouched);
    }

    private static void ended(CaseCommand by, String clock, String standing) {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .at(after("PT30M"))
                .when(by)
                .thenState(state -> assertThat(standing(state, clock))
                        .as("%s after %s", clock, by)
                        .isEqualTo(standing));
    }

    @Test
    void what_ends_a_clock_after_its_limit_leaves_the_breach() {
        for (CaseCommand by : List.of(
                order(3, after("PT30M1S"), REF),
                resolve("swapped"),
                clear(after("PT30M1S"), REF),
                dispatchTo("wang", 3, after("PT30M1S"), REF),
                returnWork(WorkFinding.VENDOR))) {
            dispatched()
                    .at(after("PT30M1S"))
                    .when(by)
                    .thenState(state -> assertThat(standing(state, "reply", 1))
                            .as("after %s", by)
                            .isEqualTo("BREACHED 1"));
        }
    }

    @Test
    void what_is_done_in_the_next_cycle_does_not_complete_a_breach_of_the_one_before() {
        dispatched()
                .at(after("PT25H"))
                .when(due("reply", 1))
                .when(due("plan", 1))
                .when(resolve("swapped"))
                .when(deny(after("PT26H"), REF))
                .at(after("PT27H"))
                .when(replyWithPlan("swap the board"))
                .thenState(state -> {
                    assertThat(standing(state, "reply", 1)).isEqualTo("BREACHED 1");
                    assertThat(standing(state, "plan", 1)).isEqualTo("BREACHED 1");
                    assertThat(standing(state, "reply", 2)).startsWith("BREACHED 2 -");
                    assertThat(standing(state, "plan", 2)).startsWith("MET 2");
                });
    }

    @Test
    void a_plan_that_came_back_from_the_vendor_has_a_limit_of_its_own() {
        dispatched()
                .when(order(3, after("PT2H"), REF))
                .when(dispatchTo("chen", HandOver.FIRST, 4, after("PT5H"), REF))
                .thenState(state -> {
                    assertThat(standing(state, "plan", 1)).isEqualTo("WITHDRAWN 1 passed-to-vendor");
                    assertThat(dueAt(state, "plan")).isEqualTo(after("PT29H"));
                });
    }

    @Test
    void an_engineer_who_joins_owes_an_answer_of_his_own_and_the_first_still_his() {
        dispatched()
                .when(dispatchTo("wang", HandOver.BESIDE, 3, after("PT10M"), REF))
                .at(after("PT20M"))
                .when(replyOf("wang"))
                .thenState(state -> {
                    assertThat(standing(state, "reply", 1)).isEqualTo("RUNNING 1");
                    assertThat(standing(state, "reply", 2)).isEqualTo("MET 2 +1200");
                })
                .at(after("PT25M"))
                .when(replyOf("chen"))
                .thenState(state -> assertThat(standing(state, "reply", 1)).isEqualTo("MET 1 +300"));
    }

    /** Dispatched at 10:00; answered at 10:21, entered at 10:42 with a call to show for it. */
    @Test
    void x1_a_late_entry_takes_back_a_breach_and_both_stay_visible() {
        dispatched()
                .at(after("PT30M1S"))
                .when(due("reply", 1))
                .at(after("PT42M"))
                .when(stated(after("PT21M"), replyOf("chen")))
                .thenRejected("evidence-missing")
                .when(stated(after("PT21M"), replyOf("chen"), "call 4711"))
                .thenEvents(events -> {
                    ClockEvent.ClockCorrected corrected = corrected(events);
                    assertThat(corrected.because()).isEqualTo(ClockEvent.Because.LATE_ENTRY);
                    assertThat(corrected.was().status()).hasToString("BREACHED");
                    assertThat(corrected.was().dueAt()).isEqualTo(after("PT30M"));
                    assertThat(corrected.evidence()).containsExactly("call 4711");
                })
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("MET 1 +540"));
    }

    @Test
    void x2_a_step_that_was_late_and_is_entered_late_completes_the_breach() {
        dispatched()
                .at(after("PT30M1S"))
                .when(due("reply", 1))
                .at(after("PT42M"))
                .when(stated(after("PT37M"), replyOf("chen")))
                .thenEvents(events -> assertThat(corrected(events).because()).isEqualTo(ClockEvent.Because.COMPLETED))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("BREACHED 1 -420"));
    }

    /** Dispatched at 09:18; replies at 09:43 and 09:30. */
    @Test
    void x3_the_earlier_of_two_replies_counts_in_whatever_order_they_are_entered() {
        CaseCommand later = stated(after("PT25M"), replyOf("chen"), "note");
        CaseCommand earlier = stated(after("PT12M"), replyOf("chen"), "note");
        dispatched()
                .at(after("PT1H"))
                .when(later)
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("MET 1 +300"))
                .when(earlier)
                .thenEvents(events -> assertThat(corrected(events).because()).isEqualTo(ClockEvent.Because.LATE_ENTRY))
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("MET 1 +1080"));
        dispatched()
                .at(after("PT1H"))
                .when(earlier)
                .when(later)
                .thenState(state -> assertThat(standing(state, "reply")).isEqualTo("MET 1 +1080"));
    }

    /** Resolved at 14:00, denied at 14:10; resolved again at 14:50, entered at 15:02; cleared at 15:05. */
    @Test
    void x4_the_answer_that_nobody_gave_in_the_second_cycle_is_breached() {
        dispatched()
                .when(replyOf("chen"))
                .when(resolve("swapped"))
                .when(deny(after("PT10M"), REF))
                .at(after("PT40M1S"))
                .when(due("reply", 2))
                .at(after("PT62M"))
                .when(stated(after("PT50M"), resolve("swapped again")))
                .when(clear(after("PT65M"), AGAIN))
                .thenState(state -> {
                    assertThat(state.clocks().clock("reply", 2).orElseThrow().dueAt())
                            .isEqualTo(after("PT40M"));
                    assertThat(standing(state, "reply", 2)).isEqualTo("BREACHED 2");
                    assertThat(standing(state, "plan", 2)).isEqualTo("WITHDRAWN 2 resolved");
                });
    }

    /** A dispatched at 10:00; B instead at 10:20; B answers at 10:45. */
    @Test
    void x5_each_engineer_has_thirty_minutes_from_when_the_case_came_to_them() {
        dispatched()
                .when(dispatchTo("wang", 3, after("PT20M"), REF))
                .at(after("PT45M"))
                .when(replyOf("wang"))
                .thenState(state -> {
                    assertThat(standing(state, "reply", 1)).isEqualTo("WITHDRAWN 1 reassigned");
                    assertThat(standing(state, "reply", 2)).isEqualTo("MET 2 +300");
                    assertThat(dueAt(state, "plan")).isEqualTo(after("PT24H"));
                });
        dispatched()
                .at(after("PT30M1S"))
                .when(due("reply", 1))
                .when(dispatchTo("wang", 3, after("PT35M"), REF))
                .thenState(state -> {
                    assertThat(standing(state, "reply", 1)).isEqualTo("BREACHED 1");
                    assertThat(dueAt(state, "reply")).isEqualTo(after("PT65M"));
                });
    }

    /** A dispatched at 10:00, gives the work back at 10:18; ordered from the vendor at 10:22. */
    @Test
    void x6_work_given_back_for_the_vendor_is_no_answer_and_an_order_beside_leaves_the_limit_running() {
        dispatched()
                .at(after("PT18M"))
                .when(returnWork(WorkFinding.VENDOR))
                .when(order(HandOver.FIRST, 3, after("PT22M"), REF))
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("WITHDRAWN 1 returned");
                    assertThat(standing(state, "plan")).isEqualTo("WITHDRAWN 1 passed-to-vendor");
                });
        dispatched()
                .when(order(HandOver.BESIDE, 3, after("PT22M"), REF))
                .at(after("PT30M1S"))
                .when(due("reply", 1))
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("BREACHED 1");
                    assertThat(standing(state, "plan")).isEqualTo("RUNNING 1");
                });
    }

    /** Plan from Monday 10:00; stands still Tuesday 08:00-11:00 and 09:00-12:00; the plan comes at 14:05. */
    @Test
    void x8_suspensions_that_overlap_count_once() {
        CaseCommand first =
                stated(china(3, "08:00"), suspend(SuspensionReason.WAITING_FOR_PARTS, china(3, "11:00")), "mail");
        CaseCommand second =
                stated(china(3, "09:00"), suspend(SuspensionReason.CUSTOMER_ABSENT, china(3, "12:00")), "mail");
        monday().at(china(3, "08:00"))
                .when(first)
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("PAUSED 1"))
                .at(china(3, "09:00"))
                .when(second)
                .thenState(state -> assertThat(dueAt(state, "plan")).isEqualTo(china(3, "14:00")))
                .at(china(3, "12:00"))
                .when(due("plan", 1))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("RUNNING 1"))
                .at(china(3, "14:05"))
                .when(plan("swap"))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("BREACHED 1 -300"));
        monday().at(china(3, "10:00").plusSeconds(1))
                .when(due("plan", 1))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("BREACHED 1"))
                .at(china(3, "10:30"))
                .when(first)
                .thenEvents(events -> {
                    ClockEvent.ClockCorrected corrected = corrected(events);
                    assertThat(corrected.because()).isEqualTo(ClockEvent.Because.PAUSE_ENTERED);
                    assertThat(corrected.was().dueAt()).isEqualTo(china(3, "10:00"));
                    assertThat(corrected.now().status()).hasToString("PAUSED");
                    assertThat(corrected.now().dueAt()).isEqualTo(china(3, "13:00"));
                });
    }

    @Test
    void only_the_plan_stands_still() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .at(after("PT10M"))
                .when(suspend())
                .thenEvents(events -> assertThat(ofClocks(events)).containsExactly("ClockPaused plan 1"))
                .at(after("PT73H"))
                .when(due("reply", 1))
                .when(due("expert-contact", 1))
                .thenState(state -> {
                    assertThat(standing(state, "reply")).isEqualTo("BREACHED 1");
                    assertThat(standing(state, "expert-contact")).isEqualTo("BREACHED 1");
                });
    }

    @Test
    void a_suspension_ends_by_itself_after_three_days_at_the_latest() {
        dispatched()
                .at(after("PT1H"))
                .when(suspend())
                .thenIncludes(new CaseEvent.CaseSuspended(
                        after("PT1H"), REF, SuspensionReason.WAITING_FOR_PARTS, after("PT73H")))
                .at(after("PT73H"))
                .when(due("plan", 1))
                .thenEvents(events -> assertThat(ofClocks(events)).containsExactly("ClockResumed plan 1"))
                .thenState(state -> assertThat(dueAt(state, "plan")).isEqualTo(after("PT96H")))
                .when(resume())
                .thenRejected("not-suspended");
        dispatched()
                .when(suspend(SuspensionReason.WAITING_FOR_PARTS, after("PT72H1S")))
                .thenRejected("suspension-too-long")
                .when(suspend(SuspensionReason.WAITING_FOR_PARTS, DISPATCHED))
                .thenRejected("out-of-order")
                .when(suspend(SuspensionReason.WAITING_FOR_PARTS, after("PT72H")))
                .thenEvents(events -> assertThat(facts(events)).hasSize(1));
    }

    @Test
    void work_stands_still_for_a_listed_reason_only() {
        for (String reason : List.of("OTHER", "waiting_for_parts", "", "TIRED")) {
            dispatched()
                    .when(new CaseCommand.SuspendCase(ID, reason, null, Stated.now()))
                    .thenRejected("reason-not-listed");
        }
        for (SuspensionReason reason : SuspensionReason.values()) {
            dispatched()
                    .when(suspend(reason, null))
                    .thenEvents(events -> assertThat(facts(events)).hasSize(1));
        }
    }

    @Test
    void a_resumption_ends_one_suspension_and_the_other_lasts() {
        Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> story = dispatched()
                .at(after("PT1H"))
                .when(suspend(SuspensionReason.WAITING_FOR_PARTS, after("PT9H")))
                .at(after("PT2H"))
                .when(suspend(SuspensionReason.CUSTOMER_ABSENT, after("PT5H")));
        story.at(after("PT3H"))
                .when(resume())
                .thenState(state -> {
                    assertThat(file(state).suspensions().at(after("PT3H")))
                            .extracting(Suspensions.Suspension::reason)
                            .containsExactly(SuspensionReason.WAITING_FOR_PARTS);
                    assertThat(standing(state, "plan")).isEqualTo("PAUSED 1");
                })
                .at(after("PT4H"))
                .when(resume())
                .thenEvents(events -> assertThat(ofClocks(events)).containsExactly("ClockResumed plan 1"))
                .thenState(state -> assertThat(dueAt(state, "plan")).isEqualTo(after("PT27H")));
    }

    @Test
    void a_plan_given_while_the_case_is_suspended_is_in_time() {
        dispatched()
                .at(after("PT23H"))
                .when(suspend())
                .at(after("PT48H"))
                .when(plan("swap"))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("MET 1 +3600"));
    }

    @Test
    void a_suspension_after_the_limit_saves_nothing() {
        dispatched()
                .at(after("PT24H1S"))
                .when(suspend())
                .when(due("plan", 1))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("BREACHED 1"));
        dispatched()
                .at(after("PT24H1S"))
                .when(due("plan", 1))
                .when(suspend())
                .thenEvents(events -> assertThat(events).hasSize(1));
    }

    @Test
    void a_resolution_in_a_suspension_withdraws_the_plan_once() {
        dispatched()
                .when(escalate(EscalationTier.L2))
                .at(after("PT1H"))
                .when(suspend())
                .at(after("PT2H"))
                .when(resolve("swapped"))
                .thenState(state -> assertThat(standing(state, "plan")).isEqualTo("WITHDRAWN 1 resolved"))
                .when(contact())
                .thenEvents(events -> assertThat(ofClocks(events)).containsExactly("ClockMet expert-contact 1"));
    }

    @Test
    void no_suspension_outlasts_the_resolution() {
        dispatched()
                .at(after("PT1H"))
                .when(suspend())
                .at(after("PT2H"))
                .when(resolve("swapped"))
                .when(deny(after("PT3H"), REF))
                .thenState(state -> {
                    assertThat(standing(state, "plan")).isEqualTo("RUNNING 2");
                    assertThat(dueAt(state, "plan")).isEqualTo(after("PT27H"));
                });
    }

    @Test
    void a_clock_that_starts_while_the_case_is_suspended_waits_with_it() {
        atVendor()
                .when(suspend(SuspensionReason.WAITING_FOR_PARTS, after("PT3H")))
                .at(after("PT1H"))
                .when(dispatchTo("chen", 3, after("PT1H"), REF))
                .thenState(state -> {
                    assertThat(standing(state, "plan")).isEqualTo("PAUSED 1");
                    assertThat(dueAt(state, "plan")).isEqualTo(after("PT27H"));
                });
    }

    private static ClockEvent.ClockCorrected corrected(List<CaseEvent> events) {
        return events.stream()
                .filter(CaseEvent.OnClock.class::isInstance)
                .map(event -> ((CaseEvent.OnClock) event).clock())
                .filter(ClockEvent.ClockCorrected.class::isInstance)
                .map(ClockEvent.ClockCorrected.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> monday() {
        return story().at(china(2, "10:00")).when(dispatchTo("chen", 1, china(2, "10:00"), REF));
    }

    /** A time of day in March 2026 in China. */
    private static Instant china(int day, String time) {
        return LocalDateTime.parse("2026-03-0" + day + "T" + time).toInstant(ZoneOffset.ofHours(8));
    }
}
