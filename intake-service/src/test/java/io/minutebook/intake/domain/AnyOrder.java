package io.minutebook.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.History;
import io.minutebook.kernel.HistoryDecider;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.testing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Enters the same facts in several orders, with timers that fire anywhere between, and compares what the record says in the end: clocks, verdicts,
 * margins, phase.
 */
public final class AnyOrder<C, P, E extends DomainEvent> {
    /** Something that happens at a time, and how it is entered. */
    public record Happening<C>(Instant at, C command) {}

    private static final Duration LONG = Duration.ofDays(800);

    private final HistoryDecider<C, P, E> rules;
    private final SitePolicies policies;
    private final BiFunction<String, Integer, C> timer;
    private final Function<E, String> named;
    private final BiPredicate<C, C> restsOn;

    /**
     * @param timer makes the command for a moment of a clock
     * @param named says which fact an event is, whatever was known when it was entered
     * @param restsOn whether the first command cannot be given before the second one has been, since another service knew of it
     */
    public AnyOrder(
            HistoryDecider<C, P, E> rules,
            ClockDefinition[] clocks,
            BiFunction<String, Integer, C> timer,
            Function<E, String> named,
            BiPredicate<C, C> restsOn) {
        this.rules = rules;
        this.policies = SitePolicies.standard(clocks);
        this.timer = timer;
        this.named = named;
        this.restsOn = restsOn;
    }

    /**
     * Enters what can have happened as it happens, the rest is dropped; then the same twice more from paper in other orders.
     *
     * @return how many orders led to the same facts
     */
    public int compare(List<Happening<C>> happenings, Random random) {
        Entry first = new Entry(happenings.getFirst().at(), random);
        List<C> accepted = new ArrayList<>();
        for (Happening<C> happening : happenings) {
            first.advance(happening.at());
            if (first.enter(happening.command())) {
                accepted.add(happening.command());
            }
        }
        Outcome<P> expected = first.end();
        int orders = 1;
        for (int i = 0; i < 2; i++) {
            Entry later = new Entry(happenings.getLast().at(), random);
            if (later.enterInAnyOrder(accepted)) {
                Outcome<P> outcome = later.end();
                if (outcome.facts().equals(expected.facts())) {
                    orders++;
                    assertThat(outcome)
                            .as("%s entered as %s", accepted, later.entered)
                            .isEqualTo(expected);
                }
            }
        }
        return orders;
    }

    /** @param facts all that happened, in order of time */
    private record Outcome<P>(List<String> facts, List<String> runs, String phase) {}

    private final class Entry {
        private final Random random;
        private final List<C> entered = new ArrayList<>();
        private History<P, E> history = rules.initial();
        private Instant now;
        private long ids;

        Entry(Instant now, Random random) {
            this.now = now;
            this.random = random;
        }

        void advance(Instant moment) {
            while (random.nextBoolean() && now.isBefore(moment)) {
                now = now.plusMillis((long) (Duration.between(now, moment).toMillis() * random.nextDouble()));
                fire();
            }
            now = moment;
        }

        boolean enterInAnyOrder(List<C> commands) {
            List<C> left = new ArrayList<>(commands.subList(1, commands.size()));
            enter(commands.getFirst());
            while (!left.isEmpty()) {
                Collections.shuffle(left, random);
                C next = left.stream()
                        .filter(command -> left.stream().noneMatch(other -> restsOn.test(command, other)))
                        .filter(this::enter)
                        .findFirst()
                        .orElse(null);
                if (next == null) {
                    return false;
                }
                left.remove(next);
                advance(now.plusSeconds(random.nextInt(600)));
            }
            return true;
        }

        /** Returns whether it was accepted and recorded. */
        boolean enter(C command) {
            Decision<E> decision = new Decision<>(Scenario.SUBJECT, now, policies, () -> new UUID(0, ++ids));
            try {
                rules.decide(command, history, decision);
            } catch (Rejected e) {
                return false;
            }
            decision.decided()
                    .forEach(
                            decided -> history = rules.evolve(history, new Fact<>(decided.id(), decided.event(), now)));
            if (decision.decided().isEmpty()) {
                return false;
            }
            entered.add(command);
            return true;
        }

        private void fire() {
            for (Clocks.ClockRound clock : history.clocks().inOrder()) {
                if (clock.open()) {
                    enter(timer.apply(clock.name(), clock.round()));
                }
            }
        }

        Outcome<P> end() {
            now = now.plus(LONG);
            fire();
            history.clocks().inOrder().forEach(AnyOrder::checkMargin);
            return new Outcome<>(
                    history.facts().stream()
                            .map(fact -> named.apply(fact.event()))
                            .filter(name -> !name.isEmpty())
                            .sorted()
                            .toList(),
                    history.clocks().inOrder().stream().map(this::run).sorted().toList(),
                    history.phase().toString().replaceAll("number=\\d+", "number"));
        }

        private String run(Clocks.ClockRound clock) {
            ClockEvent.ClockVerdict verdict = clock.verdict();
            return clock.name() + " from " + fact(clock.startedBy()) + ' ' + clock.startedAt() + " due "
                    + verdict.dueAt() + ' ' + Verdicts.of(verdict) + " by " + fact(verdict.act()) + " at "
                    + verdict.at() + " on "
                    + verdict.restsOn().stream().map(this::fact).toList();
        }

        private @Nullable String fact(@Nullable UUID id) {
            return history.facts().stream()
                    .filter(fact -> fact.id().equals(id))
                    .map(fact -> named.apply(fact.event()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Met with nothing to be ashamed of, breached with something missing, and nothing to measure where nothing was owed. */
    private static void checkMargin(Clocks.ClockRound clock) {
        Long margin = clock.verdict().marginSeconds();
        switch (clock.status()) {
            case MET -> assertThat(margin).as("%s", clock).isNotNegative();
            case BREACHED ->
                assertThat(margin == null || margin < 0).as("%s", clock).isTrue();
            case WITHDRAWN, RUNNING, PAUSED ->
                assertThat(margin).as("%s", clock).isNull();
        }
    }
}
