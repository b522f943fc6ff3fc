package io.minutebook.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of clocks: what starts a clock, which act is owed, what ends it without a verdict, and what makes it stand still. Verdicts
 * follow from these and the facts alone, see {@link ClockJudge}.
 *
 * @param <E> the subject's event family
 */
public interface ClockRule<E extends DomainEvent> extends ClockDefinition {
    /** Who owes an act: a role, and the person or party where one is named. */
    record OwedBy(String role, @Nullable String person) {}

    /** Returns the name of the act that is owed. */
    String owedAct();

    /** Returns the name of the act that the run owes which this event started, where not every start asks for the same. */
    default String owedAct(E start) {
        return owedAct();
    }

    /**
     * Returns whether a run of the clock starts with this event.
     *
     * @param startsOn the name of the event that the site's policy lets it start on
     */
    boolean startsWith(E event, String startsOn);

    /**
     * Returns the same where it also hangs on what happened before.
     *
     * @param before everything that happened before the event
     */
    default boolean startsWith(E event, List<Fact<E>> before, String startsOn) {
        return startsWith(event, startsOn);
    }

    /** Returns who owes the act of the run that this event started. */
    OwedBy owedBy(E start);

    /**
     * Returns what makes two starts belong to one run, which then counts from the earlier one; null where each start has a run of its own.
     *
     * @param before everything that happened before the start
     */
    default @Nullable String runOf(Fact<E> start, List<Fact<E>> before) {
        return null;
    }

    /**
     * Returns whether this event is the act that is owed.
     *
     * @param standing whether the clock stands still at that moment
     */
    boolean metBy(E start, E event, boolean standing);

    /** Returns why nothing is owed any more after this event, as a word in kebab case; null where it ends nothing. */
    @Nullable
    String withdrawnBy(E start, E event);

    /**
     * Returns whether an act after that still is the one that was owed, only too late; false where it belongs to another run, such as that of the
     * next cycle.
     *
     * @param reason why nothing was owed any more
     */
    default boolean owedAfter(String reason) {
        return true;
    }

    /** Returns when the clock stands still; intervals may overlap and count once. */
    default List<Pause> pauses(List<Fact<E>> facts) {
        return List.of();
    }

    /** Returns the limit that the start itself brings, such as the time of a promise; null where the site's policy sets it. */
    default @Nullable Limit told(E start) {
        return null;
    }
}
