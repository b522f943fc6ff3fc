package io.minutebook.intake.domain.cases;

import static io.minutebook.intake.domain.cases.Stories.CASE;
import static io.minutebook.intake.domain.cases.Stories.NOW;
import static io.minutebook.intake.domain.cases.Stories.NO_PLAN;
import static io.minutebook.intake.domain.cases.Stories.PLAN;
import static io.minutebook.intake.domain.cases.Stories.PROMISE;
import static io.minutebook.intake.domain.cases.Stories.REF;
import static io.minutebook.intake.domain.cases.Stories.START;
import static io.minutebook.intake.domain.cases.Stories.aCase;
import static io.minutebook.intake.domain.cases.Stories.after;
import static io.minutebook.intake.domain.cases.Stories.changeOwner;
import static io.minutebook.intake.domain.cases.Stories.cleared;
import static io.minutebook.intake.domain.cases.Stories.clockEvents;
import static io.minutebook.intake.domain.cases.Stories.conclude;
import static io.minutebook.intake.domain.cases.Stories.dispatch;
import static io.minutebook.intake.domain.cases.Stories.due;
import static io.minutebook.intake.domain.cases.Stories.escalated;
import static io.minutebook.intake.domain.cases.Stories.heard;
import static io.minutebook.intake.domain.cases.Stories.keep;
import static io.minutebook.intake.domain.cases.Stories.order;
import static io.minutebook.intake.domain.cases.Stories.promise;
import static io.minutebook.intake.domain.cases.Stories.register;
import static io.minutebook.intake.domain.cases.Stories.reopen;
import static io.minutebook.intake.domain.cases.Stories.reply;
import static io.minutebook.intake.domain.cases.Stories.resolved;
import static io.minutebook.intake.domain.cases.Stories.shown;
import static io.minutebook.intake.domain.cases.Stories.verdict;
import static io.minutebook.testing.Scenario.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.intake.domain.AnyOrder;
import io.minutebook.intake.domain.Verdicts;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockPolicy;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.kernel.Stated;
import io.minutebook.testing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The clocks of a case in intake, row by row of the table of clocks. */
class CaseClockTest {
    @Test
    void the_owner_owes_the_end_of_pre_processing_from_the_registration_on() {
        aCase().when(register(CaseType.FAULT))
                .thenEvents(events -> assertThat(clockEvents(events))
                        .singleElement()
                        .isInstanceOfSatisfying(ClockEvent.ClockStarted.class, started -> {
                            assertThat(started.clock()).isEqualTo("preprocess");
                            assertThat(started.startedBy()).isEqualTo(id(1));
                            assertThat(started.owedAct()).isEqualTo("PreprocessingConcluded");
                            assertThat(started.owedByRole()).isEqualTo("owner");
                            assertThat(started.owedBy()).isEqualTo("li");
                            assertThat(started.window()).isEqualTo(new Limit.Window(null, after(1_440), after(1_800)));
                        }));
    }

    /** Until now enquiries and complaints ran against the clocks of a fault (findings T11). */
    @ParameterizedTest
    @EnumSource(
            value = CaseType.class,
            names = {"ENQUIRY", "SUGGESTION", "COMPLAINT"})
    void no_clock_of_a_fault_runs_on_another_type_of_case(CaseType type) {
        for (Outcome outcome : Outcome.values()) {
            var story = aCase().when(register(type)).when(conclude(outcome)).when(reopen(1));
            assertThat(story.state().clocks().inOrder()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1799, MET +1", "1800, MET +0", "1801, BREACHED -1"})
    void pre_processing_may_take_thirty_minutes(int seconds, String verdict) {
        var story = fault().at(after(seconds)).when(conclude(Outcome.DISPATCH));
        assertThat(verdict("preprocess", story)).isEqualTo(verdict);
        var fromPaper = fault().at(after(86_400)).when(conclude(Outcome.SOLVED, Stated.at(after(seconds))));
        assertThat(verdict("preprocess", fromPaper)).isEqualTo(verdict);
        var afterTheTimer = fault().at(after(2_000))
                .when(due("preprocess", 1))
                .at(after(86_400))
                .when(conclude(Outcome.SOLVED, shown(seconds)));
        assertThat(verdict("preprocess", afterTheTimer)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"599, MET +1", "600, MET +0", "601, BREACHED -1"})
    void the_dispatch_or_the_vendor_order_may_take_ten_minutes(int seconds, String verdict) {
        var dispatch = concluded(Outcome.DISPATCH).at(after(seconds)).when(dispatch("wu"));
        assertThat(verdict("dispatch", dispatch)).isEqualTo(verdict);
        var order = concluded(Outcome.VENDOR).at(after(seconds)).when(order());
        assertThat(verdict("dispatch", order)).isEqualTo(verdict);
    }

    @Test
    void what_is_owed_is_what_pre_processing_came_to() {
        assertThat(owedFor(Outcome.DISPATCH)).isEqualTo("FaultDispatched");
        assertThat(owedFor(Outcome.VENDOR)).isEqualTo("VendorOrderPlaced");
    }

    private static String owedFor(Outcome outcome) {
        List<String> owed = new ArrayList<>();
        fault().when(conclude(outcome))
                .thenEvents(events -> clockEvents(events).forEach(event -> {
                    if (event instanceof ClockEvent.ClockStarted started) {
                        owed.add(started.owedAct());
                    }
                }));
        return String.join(", ", owed);
    }

    @ParameterizedTest
    @CsvSource({"600, WITHDRAWN resolved", "601, BREACHED"})
    void what_is_solved_before_it_was_dispatched_owes_no_dispatch(int seconds, String verdict) {
        var story = concluded(Outcome.DISPATCH).at(after(700)).when(resolved(1, seconds));
        assertThat(verdict("dispatch", story)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"600, WITHDRAWN escalated-instead", "601, BREACHED"})
    void what_goes_up_to_an_expert_instead_owes_no_dispatch(int seconds, String verdict) {
        for (Outcome outcome : List.of(Outcome.DISPATCH, Outcome.VENDOR)) {
            var story = concluded(outcome).at(after(700)).when(escalated(seconds));
            assertThat(verdict("dispatch", story)).isEqualTo(verdict);
        }
    }

    @Test
    void a_dispatch_in_the_next_cycle_is_no_late_one_of_the_cycle_before() {
        var story = concluded(Outcome.DISPATCH)
                .when(resolved(1, 3_600))
                .when(reopen(1, 7_200))
                .at(after(7_300))
                .when(dispatch("wu"));
        assertThat(verdict("dispatch", story)).isEqualTo("BREACHED");
    }

    /** Findings T2: nothing is met by a clearance. */
    @Test
    void a_cleared_case_owes_nothing_and_nothing_is_met_by_that() {
        var story = concluded(Outcome.DISPATCH).when(promise(after(900))).when(cleared(600));
        assertThat(Verdicts.of(story.state().clocks()))
                .containsExactlyInAnyOrder(
                        "preprocess MET +1800", "dispatch WITHDRAWN cleared", "promise WITHDRAWN cleared");
        assertThat(verdict("preprocess", fault().when(cleared(600)))).isEqualTo("WITHDRAWN cleared");
    }

    /** X3: concluded 9:10; dispatched at 9:18, entered at 9:40 when the limit had been breached at 9:20. */
    @Test
    void x3_a_dispatch_in_time_that_is_entered_late() {
        var story = aCase().when(register(CaseType.FAULT))
                .when(conclude(Outcome.DISPATCH))
                .at(after(-120).plusSeconds(1_920))
                .when(dispatch("wu", Stated.at(after(-120))))
                .thenRejected("before-the-start")
                .when(due("dispatch", 1));
        assertThat(verdict("dispatch", story)).isEqualTo("BREACHED");
        story.when(dispatch("wu", Stated.at(after(480))))
                .thenRejected("evidence-missing")
                .when(dispatch("wu", shown(480)))
                .thenEvents(events -> assertThat(clockEvents(events))
                        .singleElement()
                        .isInstanceOfSatisfying(ClockEvent.ClockCorrected.class, corrected -> {
                            assertThat(Verdicts.of(corrected.was())).isEqualTo("BREACHED");
                            assertThat(Verdicts.of(corrected.now())).isEqualTo("MET +120");
                            assertThat(corrected.because()).isEqualTo(ClockEvent.Because.LATE_ENTRY);
                        }));
    }

    @Test
    void a_step_after_its_breach_completes_the_clock_with_how_late_it_was() {
        fault().at(after(1_801))
                .when(due("preprocess", 1))
                .at(after(1_900))
                .when(conclude(Outcome.DISPATCH))
                .thenEvents(events -> assertThat(clockEvents(events).getFirst())
                        .isInstanceOfSatisfying(ClockEvent.ClockCorrected.class, corrected -> {
                            assertThat(Verdicts.of(corrected.now())).isEqualTo("BREACHED -100");
                            assertThat(corrected.because()).isEqualTo(ClockEvent.Because.COMPLETED);
                        }));
    }

    @Test
    void a_timer_warns_and_then_breaches_once() {
        fault().at(after(1_440))
                .when(due("preprocess", 1))
                .thenEvents(
                        events -> assertThat(clockEvents(events)).hasOnlyElementsOfType(ClockEvent.ClockWarned.class))
                .at(after(1_800))
                .when(due("preprocess", 1))
                .thenNothing()
                .at(after(1_801))
                .when(due("preprocess", 1))
                .thenEvents(
                        events -> assertThat(clockEvents(events)).hasOnlyElementsOfType(ClockEvent.ClockBreached.class))
                .when(due("preprocess", 1))
                .thenNothing();
    }

    @Test
    void a_denied_first_line_fix_has_thirty_minutes_anew() {
        var story = fault().when(conclude(Outcome.SOLVED)).when(reopen(1, 7_200));
        assertThat(verdict("preprocess", story)).isEqualTo("MET +1800, RUNNING");
        story.at(after(9_001)).when(conclude(Outcome.DISPATCH));
        assertThat(verdict("preprocess", story)).isEqualTo("MET +1800, BREACHED -1");
    }

    @Test
    void a_denied_fix_of_others_starts_no_clock_here() {
        var story = concluded(Outcome.DISPATCH)
                .when(dispatch("wu"))
                .when(resolved(1))
                .when(reopen(1));
        assertThat(Verdicts.of(story.state().clocks()))
                .containsExactlyInAnyOrder("preprocess MET +1800", "dispatch MET +600");
    }

    @ParameterizedTest
    @CsvSource({"86399, MET +1", "86400, MET +0", "86401, BREACHED -1"})
    void a_vendor_answers_within_a_day_with_a_plan_or_without(int seconds, String verdict) {
        var planned = concluded(Outcome.VENDOR).when(order()).at(after(seconds)).when(reply(PLAN, NOW));
        assertThat(verdict("vendor-reply", planned)).isEqualTo(verdict);
        var stuck = concluded(Outcome.VENDOR).when(order()).at(after(seconds)).when(reply(NO_PLAN, NOW));
        assertThat(verdict("vendor-reply", stuck)).isEqualTo(verdict + ", RUNNING");
    }

    @Test
    void what_is_solved_or_cleared_owes_no_vendors_answer() {
        assertThat(verdict(
                        "vendor-reply", concluded(Outcome.VENDOR).when(order()).when(resolved(1))))
                .isEqualTo("WITHDRAWN resolved");
        assertThat(verdict(
                        "vendor-reply", concluded(Outcome.VENDOR).when(order()).when(cleared())))
                .isEqualTo("WITHDRAWN cleared");
    }

    @Test
    void a_denied_fix_of_the_vendors_has_a_day_anew() {
        var story = concluded(Outcome.VENDOR)
                .when(order())
                .when(resolved(1, 3_600))
                .when(reopen(1, 7_200))
                .at(after(7_200 + 86_400))
                .when(reply(PLAN, NOW));
        assertThat(verdict("vendor-reply", story)).isEqualTo("WITHDRAWN resolved, MET +0");
    }

    /** X6, intake's part: an order after a dispatch is not what the dispatch clock waited for, that was met before. */
    @Test
    void x6_a_vendor_order_after_a_dispatch_has_a_clock_of_its_own() {
        for (HandOver mode : List.of(HandOver.INSTEAD, HandOver.BESIDE)) {
            var story = concluded(Outcome.DISPATCH)
                    .when(dispatch("wu"))
                    .at(after(1_320))
                    .when(order(mode, NOW));
            assertThat(verdict("dispatch", story)).isEqualTo("MET +600");
            assertThat(story.state()
                            .clocks()
                            .latest("vendor-reply")
                            .orElseThrow()
                            .dueAt())
                    .isEqualTo(after(1_320 + 86_400));
        }
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
                .when(register(CaseType.FAULT))
                .thenEvents(events -> assertThat(clockEvents(events))
                        .singleElement()
                        .isInstanceOfSatisfying(ClockEvent.ClockStarted.class, started -> {
                            assertThat(started.window()).isEqualTo(new Limit.Window(null, after(300), after(600)));
                            assertThat(started.policy()).isEqualTo("shanghai/2");
                        }));
    }

    private static ClockPolicy tenMinutes(String version) {
        return new ClockPolicy("preprocess", "CaseRegistered", new Limit.Within(Duration.ofMinutes(10), 0.5), version);
    }

    @ParameterizedTest
    @CsvSource({"599, MET +1", "600, MET +0", "601, BREACHED -1"})
    void a_promise_is_kept_up_to_the_moment_it_was_due(int seconds, String verdict) {
        var story = fault().when(promise(after(600))).at(after(seconds)).when(keep());
        assertThat(verdict("promise", story)).isEqualTo(verdict);
        assertThat(timesBroken(story)).isEqualTo(verdict.startsWith("MET") ? 0 : 1);
    }

    @Test
    void a_promise_that_nobody_keeps_is_broken_once_and_may_still_be_kept_late() {
        var story = fault().when(promise(after(600)))
                .at(after(601))
                .when(due("promise", 1))
                .thenIncludes(BROKEN)
                .at(after(700))
                .when(keep())
                .thenIncludes(new CaseEvent.PromiseKept(after(700), REF, PROMISE, 1, null));
        assertThat(verdict("promise", story)).isEqualTo("BREACHED -100");
        assertThat(timesBroken(story)).isOne();
    }

    @Test
    void that_a_promise_was_broken_stays_said_when_it_turns_out_to_have_been_kept() {
        var story = fault().when(promise(after(600)))
                .at(after(601))
                .when(due("promise", 1))
                .at(after(700))
                .when(keep(Stated.at(after(500))))
                .thenRejected("evidence-missing")
                .when(keep(shown(500)))
                .thenEvents(events ->
                        assertThat(clockEvents(events)).singleElement().isInstanceOf(ClockEvent.ClockCorrected.class));
        assertThat(verdict("promise", story)).isEqualTo("MET +100");
        assertThat(timesBroken(story)).isOne();
    }

    private static final CaseEvent BROKEN =
            new CaseEvent.PromiseBroken(after(600), REF, PROMISE, 1, "we call back", after(600));

    private static long timesBroken(Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> story) {
        return story.state().facts().stream()
                .filter(fact -> fact.event().equals(BROKEN))
                .count();
    }

    /** Adding to a case whose clocks run anything but what stands in the "met by" column never meets them. */
    @Test
    void nothing_but_the_owed_act_meets_a_clock() {
        Map<String, CaseCommand> steps = Map.ofEntries(
                Map.entry("concluded", conclude(Outcome.DISPATCH)),
                Map.entry("solved", conclude(Outcome.SOLVED)),
                Map.entry("dispatched", dispatch("wu")),
                Map.entry("ordered", order()),
                Map.entry("replied", reply(PLAN, NOW)),
                Map.entry("stuck", reply(NO_PLAN, NOW)),
                Map.entry("beside", order(HandOver.BESIDE, NOW)),
                Map.entry("promised", promise(after(300))),
                Map.entry("kept", keep()),
                Map.entry("handed over", changeOwner()),
                Map.entry("escalated", escalated(4)),
                Map.entry("resolved", resolved(1, 5)),
                Map.entry("reopened", reopen(1, 6)),
                Map.entry("cleared", cleared(7)),
                Map.entry("called back", new CaseCommand.PromiseCallback(CASE, CASE, "call", after(90), after(1))),
                Map.entry("timer", due("preprocess", 1)));
        CaseCommand register = register(CaseType.FAULT);
        assertThat(meeting("preprocess", List.of(register), steps)).containsExactly("concluded", "solved");
        assertThat(meeting("dispatch", List.of(register, conclude(Outcome.DISPATCH)), steps))
                .containsExactly("dispatched");
        assertThat(meeting("dispatch", List.of(register, conclude(Outcome.VENDOR)), steps))
                .containsExactly("ordered");
        assertThat(meeting("vendor-reply", List.of(register, conclude(Outcome.VENDOR), order()), steps))
                .containsExactly("replied", "stuck");
        assertThat(meeting("promise", List.of(register, promise(after(300))), steps))
                .containsExactly("kept");
    }

    private static List<String> meeting(String clock, List<CaseCommand> before, Map<String, CaseCommand> steps) {
        return steps.entrySet().stream()
                .filter(step -> {
                    var story = aCase();
                    before.forEach(story::when);
                    try {
                        story.when(step.getValue());
                        return verdict(clock, story).startsWith("MET");
                    } catch (AssertionError refused) {
                        return false;
                    }
                })
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Test
    void in_whatever_order_and_however_late_the_steps_of_a_case_are_entered_the_record_says_the_same() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed of the cases: " + seed);
        Random random = new Random(seed);
        var orders = new AnyOrder<CaseCommand, CaseState, CaseEvent>(
                new Case(), CaseClock.values(), Stories::due, CaseClockTest::named, CaseClockTest::restsOn);
        int histories = Integer.getInteger("histories", 2_500);
        int same = 0;
        for (int i = 0; i < histories; i++) {
            same += orders.compare(walk(random), random);
        }
        assertThat(same).as("orders that led to the same facts, seed %d", seed).isGreaterThan(histories * 2);
    }

    /** That a promise was broken is said at one time and not at another; the clock says what holds. */
    private static String named(CaseEvent event) {
        return event instanceof CaseEvent.PromiseBroken ? "" : event.getClass().getSimpleName() + ' ' + event.at();
    }

    private static final List<HandOver> MODES = List.of(HandOver.FIRST, HandOver.INSTEAD, HandOver.BESIDE);

    /**
     * Nobody else works on a case before the first line has said what pre-processing came to, and denials come from one service, in their order.
     */
    private static boolean restsOn(CaseCommand step, CaseCommand other) {
        return step instanceof CaseCommand.Notice notice
                && ((other instanceof CaseCommand.ConcludePreprocessing conclusion
                                && Objects.requireNonNull(conclusion.stated().occurredAt())
                                        .isBefore(notice.at()))
                        || (notice instanceof CaseCommand.Reopen
                                && other instanceof CaseCommand.Reopen before
                                && before.at().isBefore(notice.at())));
    }

    private static List<AnyOrder.Happening<CaseCommand>> walk(Random random) {
        List<Instant> times = Stream.generate(() -> after(1 + random.nextInt(6_000)))
                .distinct()
                .limit(3 + random.nextInt(10))
                .sorted(Comparator.naturalOrder())
                .toList();
        List<AnyOrder.Happening<CaseCommand>> walk = new ArrayList<>();
        CaseType type = random.nextInt(5) == 0 ? CaseType.ENQUIRY : CaseType.FAULT;
        walk.add(new AnyOrder.Happening<>(START, register(type, Stated.at(START))));
        int cycle = 1;
        for (Instant at : times) {
            CaseCommand step = step(new Stated(at, List.of("note")), cycle, random);
            if (step instanceof CaseCommand.Reopen) {
                cycle++;
            }
            walk.add(new AnyOrder.Happening<>(at, step));
        }
        return walk;
    }

    private static CaseCommand step(Stated stated, int cycle, Random random) {
        Instant at = Objects.requireNonNull(stated.occurredAt());
        int n = random.nextInt(3);
        return switch (random.nextInt(18)) {
            case 0, 1 -> conclude(Outcome.DISPATCH, stated);
            case 2 -> conclude(Outcome.VENDOR, stated);
            case 3 -> conclude(Outcome.SOLVED, stated);
            case 4 -> dispatch("engineer " + n, stated);
            case 5 -> dispatch("engineer " + n, MODES.get(random.nextInt(3)), stated);
            case 6 -> order(stated);
            case 7, 8 ->
                new CaseCommand.MakePromise(CASE, "promise " + n, "news", at.plusSeconds(600 * n + 60), stated);
            case 9 -> new CaseCommand.KeepPromise(CASE, "promise " + n, null, stated);
            case 10 -> new CaseCommand.NoteResolved(CASE, cycle, "L1", at, heard(random.nextInt()));
            case 13, 14 ->
                new CaseCommand.PlaceVendorOrder(CASE, "order " + n, "Acme", "A-" + n, MODES.get(n), "theirs", stated);
            case 15, 16 ->
                new CaseCommand.RecordVendorReply(CASE, "order " + n, random.nextBoolean() ? PLAN : NO_PLAN, stated);
            case 11, 12 -> new CaseCommand.Reopen(CASE, cycle, null, at, heard(random.nextInt()));
            default ->
                random.nextInt(3) == 0
                        ? new CaseCommand.NoteEscalated(CASE, cycle, at, heard(random.nextInt()))
                        : random.nextInt(3) == 0
                                ? new CaseCommand.NoteCleared(CASE, at, heard(random.nextInt()))
                                : new CaseCommand.ChangeOwner(CASE, "owner " + n, "ill", stated);
        };
    }

    private static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> fault() {
        return aCase().when(register(CaseType.FAULT));
    }

    private static Scenario<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> concluded(Outcome outcome) {
        return fault().when(conclude(outcome));
    }
}
