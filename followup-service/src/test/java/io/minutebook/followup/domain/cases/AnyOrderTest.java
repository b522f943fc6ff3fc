package io.minutebook.followup.domain.cases;

import static io.minutebook.followup.domain.cases.Story.CASE;
import static io.minutebook.followup.domain.cases.Story.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Stated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Any accepted order of the same steps, with clocks looked at anywhere between, ends with the same clocks, verdicts, margins and phase. Another
 * seed than today's is tried with {@code -Dseed=7}.
 */
class AnyOrderTest {
    private static final int HISTORIES = 2_000;
    private static final int ORDERS = 3;
    private static final int SECONDS = 3 * 3600;

    /** A step with the time at which it happened. */
    private record Step(int n, Instant at, CaseCommand command) {}

    @Test
    void the_same_steps_end_the_same_in_whatever_order_they_are_entered() {
        long seed = Long.getLong("seed", 20260303);
        Random random = new Random(seed);
        int entered = 0;
        for (int i = 0; i < HISTORIES; i++) {
            List<Step> steps = accepted(steps(random), random);
            Map<String, String> expected = inOrderOfTime(steps);
            int orders = 1;
            for (int order = 0; order < 10 && orders < ORDERS; order++) {
                Entries entries = shuffled(steps, random);
                if (entries != null) {
                    assertThat(entries.end())
                            .as("seed %s, history %s: %s", seed, i, steps)
                            .isEqualTo(expected);
                    orders++;
                }
            }
            entered += orders == ORDERS ? 1 : 0;
        }
        System.out.println("AnyOrderTest: seed " + seed + ", " + entered + " of " + HISTORIES + " histories entered in "
                + ORDERS + " orders");
        assertThat(entered).as("seed %s", seed).isGreaterThan(HISTORIES * 9 / 10);
    }

    @Test
    void
            a_clock_is_met_exactly_where_nothing_is_missing_of_its_limit_and_every_cleared_case_was_solved_and_confirmed() {
        long seed = Long.getLong("seed", 20260304);
        Random random = new Random(seed);
        Set<Clocks.Status> seen = new HashSet<>();
        for (int i = 0; i < HISTORIES; i++) {
            Entries entries = shuffled(accepted(steps(random), random), random);
            if (entries == null) {
                continue;
            }
            for (Clocks.ClockRound clock : entries.history().clocks().inOrder()) {
                ClockEvent.ClockVerdict verdict = clock.verdict();
                Long margin = verdict.marginSeconds();
                seen.add(verdict.status());
                switch (verdict.status()) {
                    case MET ->
                        assertThat(margin).as("seed %s: %s", seed, clock).isNotNegative();
                    case BREACHED ->
                        assertThat(margin == null || margin < 0)
                                .as("seed %s: %s", seed, clock)
                                .isTrue();
                    case WITHDRAWN, RUNNING, PAUSED ->
                        assertThat(margin).as("seed %s: %s", seed, clock).isNull();
                }
            }
            if (entries.history().phase() instanceof CaseState.Cleared cleared) {
                assertThat(cleared.confirmedAt())
                        .isAfterOrEqualTo(cleared.resolution().at())
                        .isBeforeOrEqualTo(cleared.clearedAt());
                assertThat(entries.history().clocks().inOrder())
                        .as("seed %s: a cleared case leaves nothing running but its survey", seed)
                        .filteredOn(Clocks.ClockRound::open)
                        .allMatch(clock -> clock.name().equals("survey"));
            }
        }
        assertThat(seen)
                .contains(Clocks.Status.MET, Clocks.Status.BREACHED, Clocks.Status.WITHDRAWN, Clocks.Status.RUNNING);
    }

    /** The steps that the rules accept, entered as they happen or in an order by chance. */
    private static List<Step> accepted(List<Step> steps, Random random) {
        List<Step> left = new ArrayList<>(steps);
        if (random.nextBoolean()) {
            java.util.Collections.shuffle(left, random);
        }
        Entries entries = new Entries();
        left.removeIf(step -> !entries.enter(step.n(), step.command(), step.at()));
        return left;
    }

    private static Map<String, String> inOrderOfTime(List<Step> steps) {
        Entries entries = new Entries();
        steps.stream()
                .sorted(java.util.Comparator.comparing(Step::at))
                .forEach(step -> assertThat(entries.enter(step.n(), step.command(), step.at()))
                        .as("what is accepted in any order is accepted in order of time: %s of %s", step, steps)
                        .isTrue());
        return ended(entries).end();
    }

    /** The steps entered in an order by chance, clocks looked at here and there; null where the rules left no step to go on with. */
    private static @Nullable Entries shuffled(List<Step> steps, Random random) {
        List<Step> left = new ArrayList<>(steps);
        Entries entries = new Entries();
        while (!left.isEmpty()) {
            java.util.Collections.shuffle(left, random);
            Step entered = left.stream()
                    .filter(step -> entries.enter(step.n(), step.command(), step.at()))
                    .findFirst()
                    .orElse(null);
            if (entered == null) {
                return null;
            }
            left.remove(entered);
            if (random.nextInt(3) == 0) {
                entries.lookAtClocks(entries.now().plusSeconds(random.nextInt(900)));
            }
        }
        return ended(entries);
    }

    private static Entries ended(Entries entries) {
        entries.lookAtClocks(TEN.plusSeconds(SECONDS * 3L));
        return entries;
    }

    /** Up to twelve steps of three hours, no two of them at one time. */
    private static List<Step> steps(Random random) {
        Set<Integer> seconds = new HashSet<>();
        while (seconds.size() < 3 + random.nextInt(10)) {
            seconds.add(random.nextInt(SECONDS));
        }
        List<Step> steps = new ArrayList<>();
        int n = 1;
        for (int second : seconds.stream().sorted().toList()) {
            Instant at = TEN.plusSeconds(second);
            steps.add(new Step(n, at, command(n, at, random)));
            n++;
        }
        return steps;
    }

    private static CaseCommand command(int n, Instant at, Random random) {
        Stated stated = new Stated(at, List.of("call " + n));
        UUID heard = new UUID(77, n);
        return switch (random.nextInt(10)) {
            case 0, 1 -> new CaseCommand.NotePlan(CASE, heard, false, at);
            case 2, 3, 4 -> new CaseCommand.NoteResolution(CASE, heard, "L1", "li", false, at);
            case 5 -> new CaseCommand.CallBackCustomer(CASE, "anna", CallbackWay.CALL, false, null, null, stated);
            case 6 -> new CaseCommand.CallBackCustomer(CASE, "anna", CallbackWay.CALL, true, null, null, stated);
            case 7 -> new CaseCommand.CallBackCustomer(CASE, "anna", CallbackWay.CALL, true, false, null, stated);
            case 8 -> new CaseCommand.CallBackCustomer(CASE, "anna", CallbackWay.CALL, true, true, null, stated);
            default -> new CaseCommand.ClearFault(CASE, "anna", null, stated);
        };
    }
}
