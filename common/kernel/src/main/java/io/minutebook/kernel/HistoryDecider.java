package io.minutebook.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a subject whose steps may be entered late and in any order. Each event is checked against what had happened before it, and where
 * it goes in before others, they are checked again; clocks are judged by all of them, see {@link FactRecorder}.
 *
 * @param <C> commands
 * @param <P> what the facts make of the subject at a time
 * @param <E> events
 */
public abstract class HistoryDecider<C, P, E extends DomainEvent> implements Decider<C, History<P, E>, E> {
    /** Returns the phase of a subject to which nothing happened yet. */
    protected abstract P unknown();

    /** Returns what a fact makes of a phase; a fact that the phase has no place for leaves it as it is. */
    protected abstract P apply(P phase, Fact<E> fact);

    /**
     * Checks that an event can have happened in a phase. Events that another service published are always accepted.
     *
     * @throws Rejected where it cannot
     */
    protected abstract void check(P phase, E event);

    /** Returns the clocks that run on the subject. */
    protected abstract List<? extends ClockRule<E>> clocks();

    /** Returns by what the policies of the clocks are found; null while that is not known. */
    protected abstract @Nullable PolicyScope scope(P phase);

    /**
     * Returns whether an event is one of the facts by which clocks are judged and late steps checked; one that is not only changes the phase, such
     * as a row of another system's record, of which there may be thousands.
     */
    protected boolean isFact(E event) {
        return true;
    }

    /** Returns an event of a clock as one of the family. */
    protected abstract E onClock(ClockEvent event);

    @Override
    public final History<P, E> initial() {
        return new History<>(List.of(), unknown(), Clocks.none());
    }

    @Override
    public final History<P, E> evolve(History<P, E> history, Fact<E> recorded) {
        if (recorded.event() instanceof ClockEventWrapper onClock) {
            return new History<>(
                    history.facts(), history.phase(), history.clocks().evolve(onClock.clock()));
        }
        if (!isFact(recorded.event())) {
            return new History<>(history.facts(), apply(history.phase(), recorded), history.clocks());
        }
        Fact<E> fact = recorded.event() instanceof HeardEvent heard
                ? new Fact<>(heard.heardFrom(), recorded.event(), recorded.recordedAt())
                : recorded;
        int position = history.position(fact);
        P phase = position == history.facts().size() ? apply(history.phase(), fact) : fold(history.with(fact));
        return new History<>(history.with(fact), phase, history.clocks());
    }

    final P fold(List<Fact<E>> facts) {
        P phase = unknown();
        for (Fact<E> fact : facts) {
            phase = apply(phase, fact);
        }
        return phase;
    }
}
