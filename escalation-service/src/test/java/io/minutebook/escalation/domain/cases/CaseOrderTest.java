package io.minutebook.escalation.domain.cases;

import static io.minutebook.escalation.domain.cases.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.kernel.Stated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random histories, each entered as it happened and in other orders, with timers firing anywhere between: how the case and its clocks end hangs on
 * the facts alone.
 */
class CaseOrderTest {
    private static final int HISTORIES = Integer.getInteger("histories", 2_000);
    private static final long SEED = Long.getLong("seed", 20_261_128);
    private static final List<String> ENGINEERS = List.of("chen", "wang", "zhao");

    /** @param no which step of the story it is, by time; the ids of what it records follow from it */
    private record Step(int no, Instant at, CaseCommand command) {}

    @Test
    void the_same_facts_end_the_same_in_whatever_order_they_are_entered() {
        System.out.println("seed " + SEED + ", " + HISTORIES + " histories");
        int compared = 0;
        for (int n = 0; n < HISTORIES; n++) {
            Random random = new Random(SEED + n);
            List<Step> steps = new ArrayList<>();
            World asItHappened = happened(random, steps);
            asItHappened.end();
            asItHappened.checkVerdicts();
            for (int order = 0; order < 2; order++) {
                World entered = new World(random);
                if (entered.enter(shuffled(steps, random))) {
                    entered.end();
                    assertThat(entered.outcome())
                            .as("seed %s, steps %s", SEED + n, steps)
                            .isEqualTo(asItHappened.outcome());
                    compared++;
                }
            }
        }
        assertThat(compared).as("orders that were accepted").isGreaterThan(HISTORIES);
    }

    @Test
    void a_clock_is_met_by_the_act_that_is_owed_and_by_nothing_else() {
        List<CaseEvent> samples = samples();
        for (CaseClock clock : CaseClock.values()) {
            for (CaseEvent start : samples) {
                if (clock.startsWith(start, clock.startsOn())) {
                    for (CaseEvent event : samples) {
                        assertThat(clock.metBy(start, event, false))
                                .as("%s from %s by %s", clock, start, event)
                                .isEqualTo(event.getClass().getSimpleName().equals(clock.owedAct()));
                    }
                }
            }
        }
    }

    @Test
    void of_engineers_who_follow_each_other_each_owes_his_own_answer_and_all_of_them_one_plan() {
        for (int n = 1; n <= 8; n++) {
            World world = new World(new Random(n));
            for (int i = 0; i < n; i++) {
                Instant at = DISPATCHED.plusSeconds(600L * i);
                world.now = at;
                world.decide(dispatchTo("engineer" + i, 10 + i, at, REF), world.ids(i));
            }
            Instant lastGotIt = DISPATCHED.plusSeconds(600L * (n - 1));
            world.now = DISPATCHED.plusSeconds(600L * n);
            world.decide(replyOf("engineer" + (n - 1)), world.ids(n));
            assertThat(world.clocks("reply")).hasSize(n);
            assertThat(world.clocks("reply").stream().filter(c -> c.status() == Clocks.Status.MET))
                    .singleElement()
                    .satisfies(c -> assertThat(c.startedAt()).isEqualTo(lastGotIt));
            assertThat(world.clocks("plan"))
                    .singleElement()
                    .satisfies(c -> assertThat(c.dueAt()).isEqualTo(DISPATCHED.plus(Duration.ofHours(24))));
        }
    }

    @Test
    void a_plan_is_due_after_a_day_in_which_work_did_not_stand_still() {
        for (int n = 0; n < 500; n++) {
            Random random = new Random(SEED + n);
            boolean[] stands = new boolean[60 * 24 * 12];
            World world = new World(random);
            world.decide(dispatchTo("chen", 1, DISPATCHED, REF), world.ids(0));
            List<Step> steps = new ArrayList<>();
            for (int i = 1; i <= 1 + random.nextInt(4); i++) {
                int from = 1 + random.nextInt(60 * 40);
                int until = from + 1 + random.nextInt(60 * 20);
                int resumed = random.nextBoolean() ? from + 1 + random.nextInt(until - from) : until;
                UUID id = world.ids(2 * i).get();
                steps.add(new Step(
                        2 * i,
                        minute(from),
                        stated(minute(from), suspend(SuspensionReason.CUSTOMER_ABSENT, minute(until)), "note")));
                if (resumed < until) {
                    steps.add(new Step(
                            2 * i + 1,
                            minute(resumed),
                            stated(minute(resumed), new CaseCommand.ResumeCase(ID, id, Stated.now()), "note")));
                }
                for (int m = from; m < resumed; m++) {
                    stands[m] = true;
                }
            }
            assertThat(world.enter(shuffled(steps, random))).isTrue();
            world.end();
            int due = 0;
            for (int worked = 0; worked < 60 * 24 || stands[due]; due++) {
                worked += stands[due] ? 0 : 1;
                if (worked == 60 * 24) {
                    break;
                }
            }
            assertThat(world.clocks("plan").getFirst().dueAt())
                    .as("seed %s, steps %s", SEED + n, steps)
                    .isEqualTo(minute(due + 1));
        }
    }

    private static Instant minute(int n) {
        return DISPATCHED.plusSeconds(60L * n);
    }

    /** Makes up a history: steps that the rules accept one after the other, each entered as it happens. */
    private static World happened(Random random, List<Step> steps) {
        World world = new World(random);
        Instant at = DISPATCHED;
        List<UUID> suspensions = new ArrayList<>();
        int length = 4 + random.nextInt(12);
        while (steps.size() < length) {
            int no = steps.size();
            CaseCommand command = command(no, at, world, suspensions, random);
            world.now = at;
            if (world.decide(command, world.ids(no))) {
                steps.add(new Step(no, at, command));
                if (command instanceof CaseCommand.SuspendCase) {
                    suspensions.add(world.ids(no).get());
                }
                if (command instanceof CaseCommand.ResolveFault) {
                    assertThat(world.lastResolved().tier()).isEqualTo(world.highestEscalation());
                }
            }
            world.timers();
            // within a minute before the case came in, a step counts as taken when it came in
            at = at.plusSeconds(61 + random.nextInt(random.nextInt(4) == 0 ? 30_000 : 1_500));
            if (command instanceof CaseCommand.NoteClearance && world.state.phase() instanceof CaseState.Cleared) {
                break;
            }
        }
        return world;
    }

    private static CaseCommand command(int no, Instant at, World world, List<UUID> suspensions, Random random) {
        int cycle = world.state.phase() instanceof CaseState.Known known
                ? known.file().ref().cycle()
                : 1;
        String engineer = ENGINEERS.get(random.nextInt(ENGINEERS.size()));
        Whose whose = new Whose("liu", engineer);
        HandOver mode = random.nextInt(3) == 0 ? HandOver.BESIDE : HandOver.INSTEAD;
        Stated stated = new Stated(at, List.of("note"));
        return switch (no == 0 ? random.nextInt(3) : random.nextInt(24)) {
            case 0, 1 -> dispatchTo(engineer, mode, 100 + no, at, REF.inCycle(cycle));
            case 2 -> order(mode, 100 + no, at, REF.inCycle(cycle));
            case 3, 4, 5 ->
                new CaseCommand.ReplyToDispatch(
                        ID, whose, new Reply.WithoutPlan("no key", "get it"), Told.staff(), stated);
            case 6 ->
                new CaseCommand.ReplyToDispatch(ID, whose, new Reply.WithPlan("swap", null), Told.staff(), stated);
            case 7, 8 ->
                new CaseCommand.PlanSolution(ID, whose, new Reply.WithPlan("swap", null), Told.staff(), stated);
            case 9 -> new CaseCommand.AcknowledgeDispatch(ID, whose, stated);
            case 10 -> new CaseCommand.ReportProgress(ID, "on the way", stated);
            case 11 -> new CaseCommand.ReturnWork(ID, whose, WorkFinding.VENDOR, "the terminal", stated);
            case 12, 13 ->
                new CaseCommand.Escalate(
                        ID, random.nextBoolean() ? EscalationTier.L2 : EscalationTier.L3, "hard", true, stated);
            case 14 -> new CaseCommand.ContactCustomerAsExpert(ID, null, "explained", stated);
            case 15, 16 -> {
                Holder solvedBy = Holder.values()[random.nextInt(Holder.values().length)];
                yield new CaseCommand.ResolveFault(
                        ID, "liu", ResolutionOutcome.FIXED, solvedBy, engineer, "swapped", stated);
            }
            case 17, 18, 19 -> new CaseCommand.Reopen(heard(100 + no), at, REF.inCycle(cycle), "still dead");
            case 20, 21 ->
                new CaseCommand.SuspendCase(ID, "CUSTOMER_ABSENT", at.plusSeconds(60 + random.nextInt(60_000)), stated);
            case 22 ->
                suspensions.isEmpty()
                        ? new CaseCommand.ReportProgress(ID, "waiting", stated)
                        : new CaseCommand.ResumeCase(ID, suspensions.get(random.nextInt(suspensions.size())), stated);
            default ->
                random.nextInt(4) == 0
                        ? new CaseCommand.NoteClearance(heard(100 + no), at, REF.inCycle(cycle))
                        : new CaseCommand.ReportProgress(ID, "on the way", stated);
        };
    }

    /** Returns the steps in another order, but what one service published in the order in which it did. */
    private static List<Step> shuffled(List<Step> steps, Random random) {
        List<Step> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, random);
        inOrder(shuffled, step -> step.command() instanceof CaseCommand.Assignment);
        inOrder(
                shuffled,
                step -> step.command() instanceof CaseCommand.Reopen
                        || step.command() instanceof CaseCommand.NoteClearance);
        return shuffled;
    }

    private static void inOrder(List<Step> steps, Predicate<Step> which) {
        Iterator<Step> ordered = steps.stream()
                .filter(which)
                .sorted(Comparator.comparing(Step::at))
                .toList()
                .iterator();
        steps.replaceAll(step -> which.test(step) ? ordered.next() : step);
    }

    /** One sample of every event, all of the same engineer. */
    private static List<CaseEvent> samples() {
        Instant at = DISPATCHED;
        return List.of(
                new CaseEvent.DispatchReceived(at, REF, SCOPE, HandOver.FIRST, "north", "chen", heard(1)),
                new CaseEvent.VendorOrderReceived(at, REF, SCOPE, HandOver.INSTEAD, "maker", null, heard(2)),
                new CaseEvent.VendorOrderReceived(at, REF, SCOPE, HandOver.BESIDE, "maker", null, heard(3)),
                new CaseEvent.CaseReopened(at, AGAIN, null, Holder.ENGINEER, "chen"),
                new CaseEvent.CaseReopened(at, AGAIN, null, Holder.VENDOR, null),
                new CaseEvent.ClearanceNoted(at, REF, heard(4)),
                new CaseEvent.DispatchAcknowledged(at, REF, "north", "chen"),
                new CaseEvent.EngineerReplied(at, REF, "chen", Audience.STAFF, null, "swap", null, null, null),
                new CaseEvent.ProgressReported(at, REF, "on the way"),
                new CaseEvent.WorkReturned(at, REF, "chen", WorkFinding.VENDOR, "the terminal"),
                new CaseEvent.EscalatedToL2(at, REF, "hard", true, at),
                new CaseEvent.EscalatedToL3(at, REF, "hard", true),
                new CaseEvent.ExpertContacted(at, REF, null, "explained"),
                new CaseEvent.SolutionPlanned(at, REF, "swap", EscalationTier.L1, "chen", Audience.STAFF, null, null),
                new CaseEvent.Resolved(
                        at, REF, EscalationTier.L1, ResolutionOutcome.FIXED, Holder.ENGINEER, "chen", "swapped"),
                new CaseEvent.CaseSuspended(at, REF, SuspensionReason.CUSTOMER_ABSENT, at.plusSeconds(60)),
                new CaseEvent.CaseResumed(at, REF, heard(5)));
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(samples().stream().map(CaseEvent::getClass).distinct()).hasSize((int) leaves(CaseEvent.class)
                .filter(type -> type != CaseEvent.OnClock.class)
                .count());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(CaseOrderTest::leaves)
                        .distinct()
                : Stream.of(type);
    }

    /** A case and the time at which things are entered. */
    private static final class World {
        private final Case rules = new Case();
        private final SitePolicies policies = SitePolicies.standard(CaseClock.values());
        private final Random random;
        private History<CaseState, CaseEvent> state = rules.initial();
        private Instant now = DISPATCHED;
        private int ticks;

        World(Random random) {
            this.random = random;
        }

        /** The ids of what a step records; the same in whatever order it is entered. */
        Supplier<UUID> ids(int step) {
            int[] last = {step * 100};
            return () -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + last[0]++);
        }

        /** Returns whether a command was accepted and recorded a fact; news that changes nothing yet comes again. */
        boolean decide(CaseCommand command, Supplier<UUID> ids) {
            Decision<CaseEvent> decision = new Decision<>(UUID.fromString(ID), now, policies, ids);
            try {
                rules.decide(command, state, decision);
            } catch (Rejected e) {
                return false;
            }
            for (Decision.DecidedEvent<CaseEvent> decided : decision.decided()) {
                state = rules.evolve(state, new Fact<>(decided.id(), decided.event(), now));
            }
            return command instanceof CaseCommand.ClockDue
                    || decision.decided().stream().anyMatch(d -> !(d.event() instanceof CaseEvent.OnClock));
        }

        /**
         * Enters steps in this order, those that are refused, and news that means nothing yet, again later; returns whether all were accepted in
         * the end.
         */
        boolean enter(List<Step> steps) {
            List<Step> waiting = new ArrayList<>(steps);
            boolean going = true;
            while (going && !waiting.isEmpty()) {
                going = false;
                for (Step step : List.copyOf(waiting)) {
                    Instant earliest = step.at().isAfter(now) ? step.at() : now;
                    Instant before = now;
                    now = earliest.plusSeconds(random.nextInt(7_200));
                    if (decide(step.command(), ids(step.no()))) {
                        waiting.remove(step);
                        going = true;
                        timers();
                    } else {
                        now = before;
                    }
                }
            }
            return waiting.isEmpty();
        }

        /** Some timers fire, whether their moment has come or not. */
        void timers() {
            fire(clock -> random.nextBoolean());
        }

        void end() {
            for (int days = 1; days <= 40; days++) {
                now = now.plus(Duration.ofDays(1));
                fire(clock -> true);
            }
        }

        private void fire(Predicate<Clocks.ClockRound> which) {
            state.clocks().inOrder().stream()
                    .filter(Clocks.ClockRound::open)
                    .filter(which)
                    .forEach(clock -> decide(due(clock.name(), clock.round()), ids(1_000 + ticks++)));
        }

        List<Clocks.ClockRound> clocks(String name) {
            return state.clocks().inOrder().stream()
                    .filter(clock -> clock.name().equals(name))
                    .toList();
        }

        /** How everything ended, without the ids of the facts and the order in which clocks were recorded. */
        List<String> outcome() {
            CaseFile file = file(state);
            return Stream.concat(
                            Stream.of("%s cycle %s, %s, %s, %s"
                                    .formatted(
                                            state.phase().getClass().getSimpleName(),
                                            file.ref().cycle(),
                                            file.hands().holder(),
                                            file.hands().engineers(),
                                            file.escalations())),
                            state.clocks().inOrder().stream()
                                    .map(clock -> "%s %s from %s: %s"
                                            .formatted(
                                                    clock.clockId(),
                                                    clock.name(),
                                                    clock.startedAt(),
                                                    verdict(clock.verdict())))
                                    .sorted())
                    .toList();
        }

        private static String verdict(ClockEvent.ClockVerdict verdict) {
            return "%s at %s, due %s, margin %s, %s"
                    .formatted(
                            verdict.status(),
                            verdict.at(),
                            verdict.status() == Clocks.Status.WITHDRAWN ? "never" : verdict.dueAt(),
                            verdict.marginSeconds(),
                            verdict.reason());
        }

        void checkVerdicts() {
            state.clocks().inOrder().forEach(clock -> {
                Long margin = clock.verdict().marginSeconds();
                switch (clock.status()) {
                    case MET -> assertThat(margin).isNotNegative();
                    case BREACHED -> assertThat(margin == null || margin < 0).isTrue();
                    case WITHDRAWN -> assertThat(margin).isNull();
                    case RUNNING, PAUSED -> throw new AssertionError(clock + " is open at the end");
                }
                UUID act = clock.verdict().act();
                if (act != null) {
                    CaseClock rule = Stream.of(CaseClock.values())
                            .filter(c -> c.id().equals(clock.name()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(fact(act).getClass().getSimpleName()).isEqualTo(rule.owedAct());
                    assertThat(rule.metBy(fact(clock.startedBy()), fact(act), false))
                            .isTrue();
                }
            });
        }

        private CaseEvent fact(UUID id) {
            return state.facts().stream()
                    .filter(fact -> fact.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .event();
        }

        CaseEvent.Resolved lastResolved() {
            return state.facts().stream()
                    .map(Fact::event)
                    .filter(CaseEvent.Resolved.class::isInstance)
                    .map(CaseEvent.Resolved.class::cast)
                    .reduce((one, later) -> later)
                    .orElseThrow();
        }

        EscalationTier highestEscalation() {
            return state.facts().stream()
                    .map(Fact::event)
                    .map(event -> switch (event) {
                        case CaseEvent.EscalatedToL2 e -> EscalationTier.L2;
                        case CaseEvent.EscalatedToL3 e -> EscalationTier.L3;
                        case CaseEvent e -> EscalationTier.L1;
                    })
                    .max(EscalationTier::compareTo)
                    .orElseThrow();
        }
    }
}
