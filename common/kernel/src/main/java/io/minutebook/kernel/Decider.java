package io.minutebook.kernel;

/**
 * A subject's rules: what a command means in a state, and what an event makes of it. Both are pure.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public interface Decider<C, S, E extends DomainEvent> {
    /** The state of a subject of which nothing is recorded yet. */
    S initial();

    /**
     * Records what the command causes, or nothing when a timer or a redelivered message comes late.
     *
     * @throws Rejected when a person asks for what a rule forbids
     */
    void decide(C command, S state, Decision<E> decision);

    S evolve(S state, Fact<E> fact);
}
