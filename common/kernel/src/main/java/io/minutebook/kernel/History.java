package io.minutebook.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened to a subject, in the order in which it happened, whenever it was written down; and what the record says of its clocks. The phase
 * follows from the facts in that order, so a step that is entered late counts where it belongs. Immutable.
 *
 * @param facts all events but those of clocks, by time; of equal time, as they were recorded
 * @param phase what the facts make of the subject
 */
public record History<P, E extends DomainEvent>(List<Fact<E>> facts, P phase, Clocks clocks) {
    public History {
        facts = List.copyOf(facts);
    }

    /** Returns where a fact of this time belongs: behind all that had happened by then. */
    int position(Fact<E> fact) {
        int position = facts.size();
        while (position > 0 && facts.get(position - 1).at().isAfter(fact.at())) {
            position--;
        }
        return position;
    }

    /** Returns the facts with one more, at its place. */
    List<Fact<E>> with(Fact<E> fact) {
        List<Fact<E>> next = new ArrayList<>(facts);
        next.add(position(fact), fact);
        return next;
    }
}
