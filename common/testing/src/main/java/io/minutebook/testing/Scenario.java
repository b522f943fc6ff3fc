package io.minutebook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.SitePolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A story about a subject's rules: given what happened, when a command comes, then these events or a refusal. Time stands still unless the story
 * moves it, the n-th event of the story has the id {@link #id}{@code (n)}, and every command is decided twice, to prove that the rules are pure.
 *
 * <pre>{@code
 * Scenario.of(new Case(), CaseClock.values()).given(registered).at("2026-02-13T09:30:00Z").when(conclude).then(concluded, met);
 * }</pre>
 */
public final class Scenario<C, S, E extends DomainEvent> {
    /** The hour every story begins at, a Tuesday morning in China. */
    public static final Instant START = Instant.parse("2026-03-03T01:00:00Z");

    /** The id of what every story is about. */
    public static final UUID SUBJECT = UUID.fromString("0190c0de-0000-7000-8000-000000000000");

    private final Decider<C, S, E> rules;
    private final List<Fact<E>> history = new ArrayList<>();
    private Instant now = START;
    private SitePolicies policies;
    private List<Decision.DecidedEvent<E>> decided = List.of();
    private @Nullable Rejected refusal;

    private Scenario(Decider<C, S, E> rules, SitePolicies policies) {
        this.rules = rules;
        this.policies = policies;
    }

    /** A story under the standard limits of the subject's clocks. */
    public static <C, S, E extends DomainEvent> Scenario<C, S, E> of(
            Decider<C, S, E> rules, ClockDefinition... clocks) {
        return new Scenario<>(rules, SitePolicies.standard(clocks));
    }

    /** The id of the n-th event of a story, counted from 1. */
    public static UUID id(int n) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
    }

    /** What has happened already. */
    @SafeVarargs
    public final Scenario<C, S, E> given(E... events) {
        return given(List.of(events));
    }

    /** What has happened already. */
    public Scenario<C, S, E> given(List<? extends E> events) {
        events.forEach(event -> history.add(new Fact<>(id(history.size() + 1), event, now)));
        return this;
    }

    /** The moment at which the next command is decided. */
    public Scenario<C, S, E> at(Instant moment) {
        now = moment;
        return this;
    }

    /** The same in ISO 8601. */
    public Scenario<C, S, E> at(String moment) {
        return at(Instant.parse(moment));
    }

    /** The limits that hold from here on; else the standard ones. */
    public Scenario<C, S, E> under(SitePolicies book) {
        policies = book;
        return this;
    }

    /** A command comes. What it records is part of the history for the commands after it. */
    public Scenario<C, S, E> when(C command) {
        if (refusal != null) {
            throw new AssertionError("the story went on after a refusal: " + refusal.code(), refusal);
        }
        try {
            decided = decide(command);
            assertThat(decide(command))
                    .as("decided twice, %s must record the same", command)
                    .isEqualTo(decided);
            decided.forEach(fact -> history.add(new Fact<>(fact.id(), fact.event(), now)));
        } catch (Rejected e) {
            decided = List.of();
            refusal = e;
        }
        return this;
    }

    /** The last command recorded exactly these events, in this order. */
    @SafeVarargs
    public final Scenario<C, S, E> then(E... events) {
        return thenEvents(recorded -> assertThat(recorded).containsExactly(events));
    }

    /** The last command recorded these events, among others. */
    @SafeVarargs
    public final Scenario<C, S, E> thenIncludes(E... events) {
        return thenEvents(recorded -> assertThat(recorded).contains(events));
    }

    /** The last command was accepted, and nothing came of it: a late timer, a redelivered message. */
    public Scenario<C, S, E> thenNothing() {
        return thenEvents(recorded -> assertThat(recorded).isEmpty());
    }

    /** The last command was accepted; look at what it recorded. */
    public Scenario<C, S, E> thenEvents(Consumer<List<E>> look) {
        look.accept(decided().stream().map(Decision.DecidedEvent::event).toList());
        return this;
    }

    /** The same with the events' ids and causes. */
    public Scenario<C, S, E> thenFacts(Consumer<List<Decision.DecidedEvent<E>>> look) {
        look.accept(decided());
        return this;
    }

    /** A rule refused the last command; the story may go on from there. */
    public Scenario<C, S, E> thenRejected(String code) {
        if (refusal == null) {
            throw new AssertionError("expected the refusal " + code + " but these were recorded: " + decided);
        }
        assertThat(refusal.code()).as(refusal.reason()).isEqualTo(code);
        refusal = null;
        return this;
    }

    /** Look at the state after everything so far. */
    public Scenario<C, S, E> thenState(Consumer<S> look) {
        look.accept(state());
        return this;
    }

    /** The state after everything so far. */
    public S state() {
        S state = rules.initial();
        for (Fact<E> fact : history) {
            state = rules.evolve(state, fact);
        }
        return state;
    }

    private List<Decision.DecidedEvent<E>> decided() {
        if (refusal != null) {
            throw new AssertionError("refused: " + refusal.code() + ", " + refusal.reason(), refusal);
        }
        return decided;
    }

    private List<Decision.DecidedEvent<E>> decide(C command) {
        int[] last = {history.size()};
        Decision<E> decision = new Decision<>(SUBJECT, now, policies, () -> id(++last[0]));
        rules.decide(command, state(), decision);
        return List.copyOf(decision.decided());
    }
}
