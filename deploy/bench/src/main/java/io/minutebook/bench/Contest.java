package io.minutebook.bench;

import java.util.Map;

/** The two sides of a figure, ready and warm; each call measures one round of a side. */
public interface Contest extends AutoCloseable {
    double ours() throws Exception;

    double raw() throws Exception;

    /** How many rounds; one is enough for what is counted and not timed. */
    default int rounds(Pace pace) {
        return pace.rounds();
    }

    /** What a reader of the figure should know besides. */
    default Map<String, Object> notes() {
        return Map.of();
    }

    @Override
    default void close() throws Exception {}
}
