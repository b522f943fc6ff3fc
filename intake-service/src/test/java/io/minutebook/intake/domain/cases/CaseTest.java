package io.minutebook.intake.domain.cases;

import static io.minutebook.intake.domain.cases.Stories.AGAIN;
import static io.minutebook.intake.domain.cases.Stories.CASE;
import static io.minutebook.intake.domain.cases.Stories.NUMBER;
import static io.minutebook.intake.domain.cases.Stories.PROMISE;
import static io.minutebook.intake.domain.cases.Stories.REF;
import static io.minutebook.intake.domain.cases.Stories.START;
import static io.minutebook.intake.domain.cases.Stories.aCase;
import static io.minutebook.intake.domain.cases.Stories.after;
import static io.minutebook.intake.domain.cases.Stories.changeOwner;
import static io.minutebook.intake.domain.cases.Stories.cleared;
import static io.minutebook.intake.domain.cases.Stories.conclude;
import static io.minutebook.intake.domain.cases.Stories.dispatch;
import static io.minutebook.intake.domain.cases.Stories.history;
import static io.minutebook.intake.domain.cases.Stories.keep;
import static io.minutebook.intake.domain.cases.Stories.order;
import static io.minutebook.intake.domain.cases.Stories.promise;
import static io.minutebook.intake.domain.cases.Stories.register;
import static io.minutebook.intake.domain.cases.Stories.registration;
import static io.minutebook.intake.domain.cases.Stories.reopen;
import static io.minutebook.intake.domain.cases.Stories.resolved;
import static io.minutebook.intake.domain.cases.Stories.row;
import static io.minutebook.testing.Scenario.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockPolicy;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.testing.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseTest {
    @ParameterizedTest
    @EnumSource(
            value = CaseType.class,
            names = {"FAULT", "ENQUIRY", "COMPLAINT"})
    void a_registered_case_has_its_number_its_owner_and_thirty_minutes(CaseType type) {
        aCase().when(register(type))
                .then(
                        new CaseEvent.CaseRegistered(START, REF, "li", registration(type)),
                        new CaseEvent.OnClock(new ClockEvent.ClockStarted(
                                "preprocess", 1, START, id(1), null, after(1_440), after(1_800), "standard/1")));
    }

    @Test
    void a_suggestion_runs_against_no_clock() {
        aCase().when(register(CaseType.SUGGESTION))
                .then(new CaseEvent.CaseRegistered(START, REF, "li", registration(CaseType.SUGGESTION)))
                .when(conclude(Outcome.DISPATCH))
                .thenEvents(events -> assertThat(events).hasSize(1));
    }

    @Test
    void a_fault_names_the_product_and_its_serial_number() {
        Registration whole = registration(CaseType.FAULT);
        Registration bare = new Registration(
                null,
                whole.channel(),
                whole.site(),
                whole.type(),
                whole.priority(),
                whole.customer(),
                null,
                whole.symptom(),
                null,
                null,
                List.of());
        assertThat(bare.missing()).containsExactly("product.model", "product.serialNumber");
        aCase().when(new CaseCommand.RegisterCase(CASE, NUMBER, "li", bare, null))
                .thenRejected("report-incomplete");
    }

    @ParameterizedTest
    @CsvSource({"1799, true", "1800, true", "1801, false"})
    void pre_processing_may_take_thirty_minutes(int seconds, boolean met) {
        fault().at(after(seconds))
                .when(conclude(Outcome.DISPATCH))
                .then(
                        concluded(seconds, 1, Outcome.DISPATCH),
                        verdict("preprocess", 1, met, seconds, 1_800, 1, 3),
                        new CaseEvent.OnClock(new ClockEvent.ClockStarted(
                                "dispatch",
                                1,
                                after(seconds),
                                id(3),
                                null,
                                after(seconds + 480),
                                after(seconds + 600),
                                "standard/1")));
    }

    @ParameterizedTest
    @CsvSource({"1799, true", "1800, true", "1801, false"})
    void a_late_entry_is_judged_by_when_it_happened(int seconds, boolean met) {
        fault().at(after(86_400))
                .when(conclude(Outcome.SOLVED, after(seconds)))
                .thenIncludes(verdict("preprocess", 1, met, seconds, 1_800, 1, 3));
    }

    @ParameterizedTest
    @CsvSource({"599, true", "600, true", "601, false"})
    void dispatch_may_take_ten_minutes(int seconds, boolean met) {
        concludedFault(Outcome.DISPATCH)
                .at(after(seconds))
                .when(dispatch("wu"))
                .then(
                        new CaseEvent.FaultDispatched(after(seconds), REF, handover("li"), "north", "wu"),
                        verdict("dispatch", 1, met, seconds, 600, 3, 6));
    }

    @ParameterizedTest
    @CsvSource({"599, true", "600, true", "601, false"})
    void so_may_a_vendor_order(int seconds, boolean met) {
        concludedFault(Outcome.VENDOR)
                .at(after(seconds))
                .when(order())
                .then(
                        new CaseEvent.VendorOrderPlaced(after(seconds), REF, handover("li"), "Acme", "A-1"),
                        verdict("dispatch", 1, met, seconds, 600, 3, 6));
    }

    @Test
    void limits_are_those_of_the_site_the_channel_and_the_priority() {
        SitePolicies book = new SitePolicies(
                List.of(CaseClock.values()),
                Map.of(),
                List.of(
                        new SitePolicies.ClockPolicyRule(null, "chat", null, tenMinutes("chat/1")),
                        new SitePolicies.ClockPolicyRule("shanghai", "phone", "normal", tenMinutes("shanghai/2"))));
        aCase().under(book)
                .when(REGISTER)
                .thenIncludes(new CaseEvent.OnClock(new ClockEvent.ClockStarted(
                        "preprocess", 1, START, id(1), null, after(300), after(600), "shanghai/2")));
    }

    private static ClockPolicy tenMinutes(String version) {
        return new ClockPolicy("preprocess", "CaseRegistered", new Limit.Within(Duration.ofMinutes(10), 0.5), version);
    }

    @Test
    void what_the_first_line_solves_is_resolved_at_once() {
        fault().when(conclude(Outcome.SOLVED))
                .then(
                        concluded(0, 1, Outcome.SOLVED),
                        verdict("preprocess", 1, true, 0, 1_800, 1, 3),
                        new CaseEvent.Resolved(START, REF, "checked the cable"))
                .thenFacts(facts -> assertThat(facts.getLast().cause()).isEqualTo(id(3)));
    }

    @Test
    void a_case_may_pass_on_to_another_engineer_and_back_but_not_to_the_same() {
        concludedFault(Outcome.DISPATCH)
                .when(dispatch("wu"))
                .when(dispatch("wu"))
                .thenRejected("already-dispatched")
                .when(dispatch("sun"))
                .then(new CaseEvent.FaultDispatched(START, REF, handover("li"), "north", "sun"))
                .when(dispatch("wu"))
                .then(new CaseEvent.FaultDispatched(START, REF, handover("li"), "north", "wu"));
    }

    @Test
    void where_a_case_goes_fits_what_pre_processing_came_to() {
        concludedFault(Outcome.DISPATCH).when(order()).thenRejected("outcome-does-not-fit");
        concludedFault(Outcome.VENDOR).when(dispatch("wu")).thenRejected("outcome-does-not-fit");
    }

    @Test
    void an_order_is_placed_with_a_vendor_once() {
        concludedFault(Outcome.VENDOR).when(order()).when(order()).thenRejected("already-ordered");
    }

    @Test
    void a_timer_warns_and_then_breaches_once() {
        CaseCommand due = new CaseCommand.ClockDue(CASE, "preprocess", 1);
        fault().at(after(1_440))
                .when(due)
                .then(new CaseEvent.OnClock(new ClockEvent.ClockWarned("preprocess", 1, after(1_440), after(1_800))))
                .at(after(1_800))
                .when(due)
                .thenNothing()
                .at(after(1_801))
                .when(due)
                .then(new CaseEvent.OnClock(
                        new ClockEvent.ClockBreached("preprocess", 1, after(1_800), after(1_800), List.of(id(1)))))
                .when(due)
                .thenNothing();
    }

    @Test
    void a_denied_first_line_fix_goes_back_to_pre_processing_with_a_new_round() {
        fault().when(conclude(Outcome.SOLVED))
                .when(reopen(1))
                .then(
                        new CaseEvent.CaseReopened(after(7_200), AGAIN, true, "still dark"),
                        new CaseEvent.OnClock(new ClockEvent.ClockStarted(
                                "preprocess",
                                2,
                                after(7_200),
                                id(6),
                                null,
                                after(7_200 + 1_440),
                                after(7_200 + 1_800),
                                "standard/1")))
                .when(reopen(1))
                .thenNothing()
                .at(after(9_001))
                .when(conclude(Outcome.DISPATCH))
                .thenIncludes(
                        concluded(9_001, 2, Outcome.DISPATCH), verdict("preprocess", 2, false, 9_001, 9_000, 6, 8))
                .when(dispatch("wu"))
                .thenIncludes(new CaseEvent.FaultDispatched(after(9_001), AGAIN, handover("li"), "north", "wu"));
    }

    @Test
    void a_denied_fix_of_others_may_be_dispatched_again_even_to_the_same_engineer() {
        dispatched()
                .when(resolved(1))
                .then(new CaseEvent.ResolvedElsewhere(after(3_600), REF, "L2"))
                .when(dispatch("wu"))
                .thenRejected("case-resolved")
                .when(reopen(1))
                .then(new CaseEvent.CaseReopened(after(7_200), AGAIN, false, "still dark"))
                .when(resolved(1))
                .thenNothing()
                .at(after(7_300))
                .when(dispatch("wu"))
                .then(new CaseEvent.FaultDispatched(after(7_300), AGAIN, handover("li"), "north", "wu"));
    }

    @Test
    void a_resolution_heard_before_the_reopening_it_follows_counts() {
        dispatched()
                .when(resolved(1))
                .when(resolved(2))
                .then(
                        new CaseEvent.CaseReopened(after(3_600), AGAIN, false, null),
                        new CaseEvent.ResolvedElsewhere(after(3_600), AGAIN, "L2"))
                .when(reopen(1))
                .thenNothing();
    }

    @ParameterizedTest
    @CsvSource({"599, true", "600, true", "601, false"})
    void a_promise_is_kept_up_to_the_moment_it_was_due(int seconds, boolean met) {
        Scenario<CaseCommand, CaseState, CaseEvent> story =
                fault().when(promise(after(600))).at(after(seconds)).when(keep());
        CaseEvent kept = new CaseEvent.PromiseKept(after(seconds), REF, PROMISE, 1, null);
        if (met) {
            story.then(kept, verdict("promise", 1, true, seconds, 600, 3, 5));
        } else {
            story.then(
                    kept,
                    verdict("promise", 1, false, seconds, 600, 3, 5),
                    new CaseEvent.PromiseBroken(after(600), REF, PROMISE, 1, "we call back", after(600)));
        }
    }

    @Test
    void a_promise_that_nobody_keeps_is_broken_and_may_still_be_kept_late() {
        fault().when(promise(after(600)))
                .at(after(601))
                .when(new CaseCommand.ClockDue(CASE, "promise", 1))
                .then(
                        new CaseEvent.OnClock(
                                new ClockEvent.ClockBreached("promise", 1, after(600), after(600), List.of(id(3)))),
                        new CaseEvent.PromiseBroken(after(600), REF, PROMISE, 1, "we call back", after(600)))
                .at(after(700))
                .when(keep())
                .then(
                        new CaseEvent.PromiseKept(after(700), REF, PROMISE, 1, null),
                        completed("promise", 1, 700, 600, 3, 7))
                .when(keep())
                .thenRejected("promise-already-kept");
    }

    @Test
    void steps_taken_after_their_breach_complete_the_clocks_they_stop() {
        fault().at(after(1_801))
                .when(new CaseCommand.ClockDue(CASE, "preprocess", 1))
                .at(after(1_900))
                .when(conclude(Outcome.DISPATCH))
                .thenIncludes(completed("preprocess", 1, 1_900, 1_800, 1, 4))
                .at(after(2_501))
                .when(new CaseCommand.ClockDue(CASE, "dispatch", 1))
                .at(after(2_600))
                .when(dispatch("wu"))
                .then(
                        new CaseEvent.FaultDispatched(after(2_600), REF, handover("li"), "north", "wu"),
                        completed("dispatch", 1, 2_600, 2_500, 4, 8))
                .when(dispatch("sun"))
                .then(new CaseEvent.FaultDispatched(after(2_600), REF, handover("li"), "north", "sun"));
    }

    @Test
    void a_vendor_order_after_the_breach_completes_the_dispatch_clock() {
        concludedFault(Outcome.VENDOR)
                .at(after(601))
                .when(new CaseCommand.ClockDue(CASE, "dispatch", 1))
                .when(order())
                .thenIncludes(completed("dispatch", 1, 601, 600, 3, 7));
    }

    @Test
    void a_second_cycle_is_completed_in_its_own_round() {
        fault().when(conclude(Outcome.SOLVED))
                .when(reopen(1))
                .at(after(9_001))
                .when(new CaseCommand.ClockDue(CASE, "preprocess", 2))
                .at(after(9_100))
                .when(conclude(Outcome.DISPATCH))
                .thenIncludes(completed("preprocess", 2, 9_100, 9_000, 6, 9));
    }

    @Test
    void a_promise_is_due_after_it_was_made_and_within_a_year() {
        fault().when(promise(START))
                .thenRejected("promise-due-too-early")
                .when(promise(after(367L * 86_400)))
                .thenRejected("promise-due-too-late");
    }

    @Test
    void a_callback_accepted_on_the_call_is_promised_once() {
        CaseCommand callback = new CaseCommand.PromiseCallback(CASE, PROMISE, "回电 / call back", after(600), after(1));
        fault().when(callback)
                .thenIncludes(new CaseEvent.PromiseMade(after(1), REF, PROMISE, 1, "回电 / call back", after(600)))
                .when(callback)
                .thenNothing();
    }

    @Test
    void the_owner_stays_until_a_supervisor_hands_the_case_over() {
        dispatched()
                .thenState(
                        state -> assertThat(state.known().orElseThrow().owner()).isEqualTo("li"))
                .when(changeOwner())
                .then(new CaseEvent.OwnerChanged(START, REF, "li", "zhao", "on leave"))
                .when(changeOwner())
                .thenRejected("owner-unchanged");
    }

    @Test
    void history_comes_in_once_with_its_repetitions_and_starts_no_clock() {
        aCase().when(history(row(0, "a", 0), row(1, "a", 1)))
                .then(imported(row(0, "a", 0)), imported(row(1, "a", 1)))
                .when(history(row(0, "a", 0), row(1, "a", 1)))
                .thenNothing()
                .when(history(row(1, "a", 1), row(2, "b", 0)))
                .then(imported(row(2, "b", 0)));
    }

    /** Every command in every phase: "ok" where it records something, "-" where it changes nothing, else the refusal. */
    @ParameterizedTest
    @CsvSource({
        "new,        ok,                      case-not-found,       case-not-found,              case-not-found,              case-not-found, case-not-found,    case-not-found, -,  -,  -,  -,  ok",
        "registered, case-already-registered, ok,                   preprocessing-not-concluded, preprocessing-not-concluded, ok,             promise-not-found, ok,             ok, -,  -,  -,  case-not-imported",
        "todispatch, case-already-registered, already-preprocessed, ok,                          outcome-does-not-fit,        ok,             promise-not-found, ok,             ok, -,  -,  -,  case-not-imported",
        "tovendor,   case-already-registered, already-preprocessed, outcome-does-not-fit,        ok,                          ok,             promise-not-found, ok,             ok, -,  -,  -,  case-not-imported",
        "dispatched, case-already-registered, already-preprocessed, already-dispatched,          outcome-does-not-fit,        ok,             promise-not-found, ok,             ok, ok, ok, ok, case-not-imported",
        "ordered,    case-already-registered, already-preprocessed, outcome-does-not-fit,        already-ordered,             ok,             promise-not-found, ok,             ok, ok, ok, ok, case-not-imported",
        "solved,     case-already-registered, case-resolved,        case-resolved,               case-resolved,               ok,             promise-not-found, ok,             ok, -,  ok, ok, case-not-imported",
        "elsewhere,  case-already-registered, case-resolved,        case-resolved,               case-resolved,               ok,             promise-not-found, ok,             ok, -,  ok, ok, case-not-imported",
        "closed,     case-already-registered, case-closed,          case-closed,                 case-closed,                 case-closed,    promise-not-found, case-closed,    -,  -,  -,  -,  case-not-imported",
        "imported,   case-already-registered, case-imported,        case-imported,               case-imported,               case-imported,  case-imported,     case-imported,  -,  -,  -,  -,  ok",
    })
    void every_command_has_its_answer_in_every_phase(
            String phase,
            String register,
            String conclude,
            String dispatch,
            String order,
            String promise,
            String keep,
            String changeOwner,
            String callback,
            String resolved,
            String reopen,
            String cleared,
            String history) {
        expect(phase, register(CaseType.FAULT), register);
        expect(phase, conclude(Outcome.DISPATCH), conclude);
        expect(phase, dispatch("wu"), dispatch);
        expect(phase, order(), order);
        expect(phase, promise(after(600)), promise);
        expect(phase, keep(), keep);
        expect(phase, changeOwner(), changeOwner);
        expect(phase, new CaseCommand.PromiseCallback(CASE, PROMISE, "call back", after(600), START), callback);
        expect(phase, resolved(1), resolved);
        expect(phase, reopen(1), reopen);
        expect(phase, cleared(), cleared);
        expect(phase, history(row(7, "z", 0)), history);
        expect(phase, new CaseCommand.ClockDue(CASE, "preprocess", 1), "-");
    }

    private static void expect(String phase, CaseCommand command, String answer) {
        Scenario<CaseCommand, CaseState, CaseEvent> story = aCase();
        PHASES.getOrDefault(phase, List.of()).forEach(story::when);
        story.when(command);
        switch (answer) {
            case "ok" -> story.thenEvents(events -> assertThat(events).isNotEmpty());
            case "-" -> story.thenNothing();
            default -> story.thenRejected(answer);
        }
    }

    private static final CaseCommand REGISTER = register(CaseType.FAULT);
    private static final Map<String, List<CaseCommand>> PHASES = Map.of(
            "registered", List.of(REGISTER),
            "todispatch", List.of(REGISTER, conclude(Outcome.DISPATCH)),
            "tovendor", List.of(REGISTER, conclude(Outcome.VENDOR)),
            "dispatched", List.of(REGISTER, conclude(Outcome.DISPATCH), dispatch("wu")),
            "ordered", List.of(REGISTER, conclude(Outcome.VENDOR), order()),
            "solved", List.of(REGISTER, conclude(Outcome.SOLVED)),
            "elsewhere", List.of(REGISTER, conclude(Outcome.DISPATCH), dispatch("wu"), resolved(1)),
            "closed", List.of(REGISTER, conclude(Outcome.SOLVED), cleared()),
            "imported", List.of(history(row(0, "a", 0))));

    private static Scenario<CaseCommand, CaseState, CaseEvent> fault() {
        return aCase().when(REGISTER);
    }

    private static Scenario<CaseCommand, CaseState, CaseEvent> concludedFault(Outcome outcome) {
        return fault().when(conclude(outcome));
    }

    private static Scenario<CaseCommand, CaseState, CaseEvent> dispatched() {
        return concludedFault(Outcome.DISPATCH).when(dispatch("wu"));
    }

    private static CaseEvent concluded(int at, int cycle, Outcome outcome) {
        return new CaseEvent.PreprocessingConcluded(
                after(at), REF.inCycle(cycle), outcome, List.of("checked the cable"), List.of(), null);
    }

    private static CaseEvent.Handover handover(String owner) {
        return new CaseEvent.Handover(owner, registration(CaseType.FAULT), List.of("checked the cable"), null);
    }

    private static CaseEvent imported(HistoryRow row) {
        return new CaseEvent.HistoryImported("helpdesk:Case 1", "helpdesk", "Case 1", row);
    }

    private static CaseEvent completed(String clock, int round, int at, int due, int from, int by) {
        return new CaseEvent.OnClock(new ClockEvent.ClockCorrected(
                clock,
                round,
                after(at),
                Clocks.Status.BREACHED,
                Clocks.Status.BREACHED,
                ClockEvent.Because.COMPLETED,
                after(due),
                due - at,
                List.of(id(from), id(by))));
    }

    private static CaseEvent verdict(String clock, int round, boolean met, int at, int due, int from, int by) {
        return new CaseEvent.OnClock(
                met
                        ? new ClockEvent.ClockMet(clock, round, after(at), after(due), List.of(id(from), id(by)))
                        : new ClockEvent.ClockBreached(
                                clock, round, after(due), after(due), List.of(id(from), id(by))));
    }
}
